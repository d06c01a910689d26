package nl.banenschakel.payroll.total;

import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.payroll.total.ReturnEffects.TijdvakChange;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** What holds before and after a message, and what was made from it. */
final class EffectRepository {
  private final Sql sql = Sql.load("payroll_total");

  /** In the order of the tijdvakken. */
  Future<List<TijdvakChange>> changes(
      Tx tx,
      Loonheffingennummer number,
      List<Tijdvak> tijdvakken,
      UUID message,
      OffsetDateTime receivedAt) {
    return tx.list(
        sql.get("findChanges"),
        row ->
            new TijdvakChange(
                Tijdvak.parse(row.getString("tijdvak")),
                new VerloondeUren(row.getLong("hours_before")),
                new VerloondeUren(row.getLong("hours_after")),
                row.getLong("relationships_before"),
                row.getLong("relationships_after"),
                row.getBoolean("changed")),
        number.text(),
        codes(tijdvakken),
        message,
        receivedAt);
  }

  /** Finished reconciliations over one of these, the newest first. */
  Future<List<UUID>> runsOver(
      Tx tx, Loonheffingennummer number, List<Tijdvak> tijdvakken, int max) {
    return tx.list(
        sql.get("listRunsOver"),
        row -> row.getUUID("run_id"),
        number.text(),
        codes(tijdvakken),
        max);
  }

  private static String[] codes(List<Tijdvak> tijdvakken) {
    return tijdvakken.stream().map(Tijdvak::code).toArray(String[]::new);
  }
}
