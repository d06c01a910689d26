package nl.banenschakel.platform.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import org.jspecify.annotations.Nullable;

/** Lines, added. */
final class AuditRepository {
  private final Sql sql = Sql.load("audit");

  /** All of one organisation; at most two round trips. */
  Future<Void> add(Tx tx, List<AuditLine> lines) {
    var ids = Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(lines.size()).toList();
    return addLines(tx, ids, lines).compose(added -> addPersons(tx, ids, lines)).mapEmpty();
  }

  private Future<Integer> addLines(Tx tx, List<UUID> ids, List<AuditLine> lines) {
    return tx.update(
        sql.get("addLines"),
        tx.tenant(),
        ids.toArray(UUID[]::new),
        texts(lines, line -> line.caller().subject()),
        texts(lines, line -> line.caller().client().orElse(null)),
        texts(lines, AuditRepository::roles),
        texts(lines, AuditLine::operation),
        texts(lines, line -> line.code().isEmpty() ? "ANSWERED" : "REFUSED"),
        lines.stream().map(AuditLine::status).toArray(Integer[]::new),
        texts(lines, line -> line.code().orElse(null)),
        lines.stream().map(line -> line.resource().orElse(null)).toArray(UUID[]::new),
        texts(lines, line -> line.reads().activity().orElse(null)),
        texts(lines, line -> line.reads().basis().orElse(null)),
        lines.stream().map(line -> line.people().number().orElse(null)).toArray(Integer[]::new),
        lines.stream().map(AuditLine::request).toArray(UUID[]::new),
        texts(lines, line -> line.trace().text()),
        lines.stream()
            .map(line -> line.caller().representative().orElse(null))
            .toArray(UUID[]::new));
  }

  private Future<Integer> addPersons(Tx tx, List<UUID> ids, List<AuditLine> lines) {
    var persons = new ArrayList<UUID>();
    var of = new ArrayList<UUID>();
    for (int i = 0; i < lines.size(); i++) {
      for (var person : lines.get(i).people().ids()) {
        persons.add(person);
        of.add(ids.get(i));
      }
    }
    return persons.isEmpty()
        ? Future.succeededFuture(0)
        : tx.update(
            sql.get("addPersons"),
            tx.tenant(),
            persons.toArray(UUID[]::new),
            of.toArray(UUID[]::new));
  }

  private static String roles(AuditLine line) {
    return line.caller().roles().stream()
        .map(Role::label)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static @Nullable String[] texts(
      List<AuditLine> lines, Function<AuditLine, @Nullable String> text) {
    return lines.stream().map(text).toArray(String[]::new);
  }
}
