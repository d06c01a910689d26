package nl.banenschakel.register.presence;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.register.presence.Presence.Evidence;

/** What {@code register.published_presence} tells. */
final class PresenceRepository {
  private final Sql sql = Sql.load("register");

  Future<Boolean> knows(Tx tx, UUID person) {
    return tx.first(sql.get("knowsPerson"), row -> true, person).map(Optional::isPresent);
  }

  /** In the order of the question. */
  Future<List<Presence>> list(Tx tx, UUID person, PresenceQuestion question, int graceRefreshes) {
    var tijdvakken = question.tijdvakken();
    return tx.list(
        sql.get("listPresence"),
        PresenceRepository::presence,
        person,
        question.number().text(),
        tijdvakken.stream().map(Tijdvak::code).toArray(String[]::new),
        tijdvakken.stream().map(Tijdvak::start).toArray(LocalDate[]::new),
        tijdvakken.stream().map(Tijdvak::end).toArray(LocalDate[]::new),
        question.asOf().instant(),
        graceRefreshes);
  }

  private static Presence presence(Row row) {
    var ids = row.getArrayOfUUIDs("evidence");
    var byAnswer = row.getArrayOfBooleans("by_answer");
    return new Presence(
        Tijdvak.parse(row.getString("tijdvak")),
        PresenceState.valueOf(row.getString("presence")),
        IntStream.range(0, ids.length).mapToObj(i -> new Evidence(ids[i], byAnswer[i])).toList());
  }
}
