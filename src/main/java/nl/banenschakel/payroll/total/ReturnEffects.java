package nl.banenschakel.payroll.total;

import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.payroll.message.WageReturnMessage;
import nl.banenschakel.payroll.message.WageReturnMessage.Block;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.intake.Outcome;
import nl.banenschakel.platform.intake.Outcome.Change;

/** What a wage return does to what was there: in a trial run it is told before it is accepted. */
public final class ReturnEffects {
  private final EffectRepository effects = new EffectRepository();

  /**
   * What changed.
   *
   * @param changes what each tijdvak came to, and comes to now
   * @param touches addresses of finished reconciliations over a tijdvak that changed, newest first
   */
  public record Effects(List<Change> changes, List<String> touches) {
    public static final Effects NONE = new Effects(List.of(), List.of());
  }

  /**
   * What a tijdvak comes to.
   *
   * @param changed whether a version began to hold or holds no longer, of whatever figure
   */
  record TijdvakChange(
      Tijdvak tijdvak,
      VerloondeUren before,
      VerloondeUren after,
      long relationshipsBefore,
      long relationshipsAfter,
      boolean changed) {

    private Stream<Change> changes() {
      return Stream.of(
          new Change(tijdvak.code(), "relationships", relationshipsBefore, relationshipsAfter),
          new Change(tijdvak.code(), "verloondeUren", before.hours(), after.hours()));
    }
  }

  /** When the return's versions are there, in the same transaction. */
  public Future<Effects> of(Tx tx, WageReturnMessage message, UUID id, OffsetDateTime receivedAt) {
    var tijdvakken = message.blocks().stream().map(Block::tijdvak).distinct().sorted().toList();
    return effects
        .changes(tx, message.number(), tijdvakken, id, receivedAt)
        .compose(
            found ->
                touches(tx, message.number(), found)
                    .map(
                        touches ->
                            new Effects(
                                found.stream().flatMap(TijdvakChange::changes).toList(), touches)));
  }

  private Future<List<String>> touches(
      Tx tx, Loonheffingennummer number, List<TijdvakChange> found) {
    var changed =
        found.stream().filter(TijdvakChange::changed).map(TijdvakChange::tijdvak).toList();
    return effects
        .runsOver(tx, number, changed, Outcome.TOUCHES_MAX)
        .map(runs -> runs.stream().map(run -> "/v1/reconciliations/" + run).toList());
  }
}
