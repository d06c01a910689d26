package nl.banenschakel.register.explanation;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.register.explanation.Facts.KnownAnswer;
import nl.banenschakel.register.explanation.Facts.KnownList;
import nl.banenschakel.register.presence.PresenceState;

/** Facts about one person, found by the blind index. */
final class FactsRepository {
  private final Sql sql = Sql.load("register");

  Future<Facts> find(Tx tx, Buffer blindIndex, PersonQuestion question, int graceRefreshes) {
    return tx.first(
            sql.get("findFacts"),
            FactsRepository::facts,
            blindIndex,
            question.number().text(),
            question.day(),
            graceRefreshes)
        .map(Optional::orElseThrow);
  }

  /** Which of these are answers; the others are lists. */
  Future<Map<UUID, Boolean>> areAnswers(Tx tx, List<UUID> evidence) {
    Object ids = evidence.toArray(UUID[]::new);
    return tx.list(sql.get("findAnswersAmong"), row -> row.getUUID("answer_id"), ids)
        .map(
            answers -> {
              var kinds = new HashMap<UUID, Boolean>();
              evidence.forEach(id -> kinds.put(id, answers.contains(id)));
              return kinds;
            });
  }

  private static Facts facts(Row row) {
    return new Facts(
        Optional.ofNullable(row.getUUID("person_id")),
        Optional.ofNullable(row.getUUID("snapshot_id"))
            .map(id -> new KnownList(id, row.getLocalDate("peildatum"), row.getLocalDate("up_to"))),
        row.getBoolean("is_listed"),
        Optional.ofNullable(row.getUUID("elsewhere")),
        Optional.ofNullable(row.getString("elsewhere_number")),
        Optional.ofNullable(row.getLocalDate("contract_since")),
        row.getBoolean("works_elsewhere"),
        row.getBoolean("contracts_known"),
        row.getBoolean("unasked_numbers"),
        Optional.ofNullable(row.getUUID("answer_id"))
            .map(
                id ->
                    new KnownAnswer(
                        id,
                        row.getLocalDate("answered_on"),
                        row.getBoolean("answered_in"),
                        row.getBoolean("answer_ends"))),
        Optional.ofNullable(row.getString("presence_then")).map(PresenceState::valueOf),
        Optional.ofNullable(row.getString("presence_now")).map(PresenceState::valueOf),
        List.of(row.getArrayOfUUIDs("evidence")),
        row.getBoolean("ever_seen"));
  }
}
