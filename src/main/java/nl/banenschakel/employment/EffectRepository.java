package nl.banenschakel.employment;

import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.intake.Outcome;
import nl.banenschakel.platform.intake.Outcome.Change;

/**
 * What a delivery of contracts does to what was made from those before it: in a trial run it is
 * told before it is accepted.
 */
final class EffectRepository {
  private static final int CHANGES_MAX = 200;

  private final Sql sql = Sql.load("employment");

  /**
   * What changed.
   *
   * @param changes what the contracts let expect in each tijdvak of these reconciliations, before
   *     and after: contract hours, rounded to whole ones
   * @param touches addresses of finished reconciliations over a day that is otherwise now
   */
  record Effects(List<Change> changes, List<String> touches) {
    static final Effects NONE = new Effects(List.of(), List.of());
  }

  /** When the delivery's versions are there, in the same transaction. */
  Future<Effects> of(Tx tx, ContractDelivery of, OffsetDateTime instant) {
    return tx.first(sql.get("hasRuns"), row -> row, of.number().text())
        .compose(
            run ->
                run.isPresent() ? touching(tx, of, instant) : Future.succeededFuture(Effects.NONE));
  }

  private Future<Effects> touching(Tx tx, ContractDelivery of, OffsetDateTime instant) {
    var number = of.number().text();
    return tx.first(
            sql.get("changedDays"),
            row -> Optional.ofNullable(row.getString("days")),
            tx.tenant(),
            number,
            of.source(),
            instant)
        .compose(
            days ->
                days.flatMap(it -> it)
                    .map(
                        it ->
                            runs(tx, number, it)
                                .compose(runs -> sums(tx, number, it, instant, runs)))
                    .orElseGet(() -> Future.succeededFuture(Effects.NONE)));
  }

  private Future<List<UUID>> runs(Tx tx, String number, String days) {
    return tx.list(
        sql.get("listRunsOver"), row -> row.getUUID("run_id"), number, days, Outcome.TOUCHES_MAX);
  }

  private Future<Effects> sums(
      Tx tx, String number, String days, OffsetDateTime instant, List<UUID> runs) {
    return tx.list(
            sql.get("sumChanges"),
            row ->
                new Change(
                    row.getString("tijdvak"),
                    "contractHours",
                    row.getLong("hours_before"),
                    row.getLong("hours_after")),
            tx.tenant(),
            number,
            days,
            instant,
            runs.toArray(UUID[]::new),
            CHANGES_MAX)
        .map(
            changes ->
                new Effects(
                    changes, runs.stream().map(run -> "/v1/reconciliations/" + run).toList()));
  }
}
