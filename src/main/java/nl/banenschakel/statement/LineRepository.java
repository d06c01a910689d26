package nl.banenschakel.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.statement.Statement.Line;
import nl.banenschakel.statement.Statement.LineSource;
import nl.banenschakel.statement.hourtype.Verdict;
import nl.banenschakel.statement.sent.Reference;

/** Rows of {@code statement.line}, of what only the sender knows of them, and of pseudonyms. */
final class LineRepository {
  private final Sql sql = Sql.load("statement");

  /**
   * Adds the lines of a statement.
   *
   * @param receiver empty: none reads them
   * @param lines a person's name that had a pseudonym keeps it
   */
  Future<Void> add(Tx tx, UUID statement, Optional<UUID> receiver, List<Line> lines) {
    if (lines.isEmpty()) {
      return Future.succeededFuture();
    }
    var named = receiver.orElse(tx.tenant());
    return addPseudonyms(tx, named, lines)
        .compose(
            added ->
                tx.update(
                    sql.get("addLines"),
                    tx.tenant(),
                    statement,
                    receiver.orElse(null),
                    named,
                    texts(lines, line -> person(line).owner().name()),
                    texts(lines, line -> person(line).value()),
                    lines.stream().map(Line::firstDay).toArray(LocalDate[]::new),
                    lines.stream().map(Line::lastDay).toArray(LocalDate[]::new),
                    lines.stream().map(line -> line.hours().total()).toArray(BigDecimal[]::new),
                    lines.stream().map(Line::isVoid).toArray(Boolean[]::new),
                    texts(lines, LineRepository::marks)))
        .compose(added -> addSources(tx, statement, lines));
  }

  /** All of a statement, in order. */
  Future<List<Line>> list(Tx tx, UUID statement) {
    return tx.list(sql.get("listLines"), LineRepository::line, statement);
  }

  private Future<Void> addPseudonyms(Tx tx, UUID receiver, List<Line> lines) {
    var people = new LinkedHashMap<Reference, UUID>();
    lines.forEach(line -> people.put(person(line), line.pseudonym()));
    return tx.update(
            sql.get("addPseudonyms"),
            tx.tenant(),
            receiver,
            people.keySet().stream().map(it -> it.owner().name()).toArray(String[]::new),
            people.keySet().stream().map(Reference::value).toArray(String[]::new),
            people.values().toArray(UUID[]::new))
        .mapEmpty();
  }

  private Future<Void> addSources(Tx tx, UUID statement, List<Line> lines) {
    return tx.update(
            sql.get("addLineSources"),
            tx.tenant(),
            statement,
            texts(lines, line -> source(line).line()),
            texts(lines, line -> source(line).place()),
            texts(lines, line -> person(line).owner().name()),
            texts(lines, line -> person(line).value()),
            texts(lines, line -> source(line).hourType()),
            lines.stream()
                .map(line -> source(line).start().orElse(null))
                .toArray(OffsetDateTime[]::new),
            lines.stream()
                .map(line -> source(line).end().orElse(null))
                .toArray(OffsetDateTime[]::new))
        .mapEmpty();
  }

  private static String[] texts(List<Line> lines, Function<Line, String> text) {
    return lines.stream().map(text).toArray(String[]::new);
  }

  private static String marks(Line line) {
    return line.marks().stream().map(Mark::name).collect(Collectors.joining(","));
  }

  private static LineSource source(Line line) {
    return line.source().orElseThrow();
  }

  private static Reference person(Line line) {
    return source(line).person();
  }

  private static Line line(Row row) {
    return new Line(
        row.getInteger("position"),
        row.getUUID("pseudonym"),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        WorkedHours.total(row.getBigDecimal("hours")),
        row.getBoolean("void"),
        Verdict.valueOf(row.getString("verdict")),
        StatementRepository.marks(row),
        StatementRepository.reference(row, "person_owner", "person_reference")
            .map(
                person ->
                    new LineSource(
                        row.getString("reference"),
                        row.getString("place"),
                        person,
                        row.getString("hour_type"),
                        Optional.ofNullable(row.getOffsetDateTime("starts_at")),
                        Optional.ofNullable(row.getOffsetDateTime("ends_at")))));
  }
}
