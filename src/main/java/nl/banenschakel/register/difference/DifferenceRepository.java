package nl.banenschakel.register.difference;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.register.difference.Difference.Change;

/** Two lists side by side. */
final class DifferenceRepository {
  private final Sql sql = Sql.load("register");

  /** Whether both are lists of the organisation. */
  Future<Boolean> areThere(Tx tx, UUID later, UUID earlier) {
    return tx.list(sql.get("findBothLists"), row -> row.getUUID(0), later, earlier)
        .map(found -> found.contains(later) && found.contains(earlier));
  }

  Future<Difference.Counts> count(Tx tx, UUID later, UUID earlier) {
    return tx.first(
            sql.get("countDifferences"),
            row ->
                new Difference.Counts(
                    row.getInteger("entered"), row.getInteger("gone"), row.getInteger("unchanged")),
            later,
            earlier)
        .map(Optional::orElseThrow);
  }

  Future<List<Difference>> list(
      Tx tx, UUID later, UUID earlier, Optional<Change> change, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listDifferences"),
        row ->
            new Difference(
                row.getUUID("person_id"),
                List.of(row.getArrayOfStrings("personnel_numbers")),
                Change.valueOf(row.getString("change"))),
        later,
        earlier,
        change.map(Change::name).orElse(null),
        after.orElse(null),
        limit);
  }
}
