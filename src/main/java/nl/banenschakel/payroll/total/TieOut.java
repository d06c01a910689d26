package nl.banenschakel.payroll.total;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.payroll.message.WageReturnMessage;
import nl.banenschakel.payroll.message.WageReturnMessage.Block;
import nl.banenschakel.payroll.message.WageReturnMessage.Kind;
import nl.banenschakel.payroll.total.ControlTotalRepository.Kept;
import nl.banenschakel.payroll.total.ControlTotalRepository.Origin;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Violation;

/**
 * Lays what wage returns come to beside what the sender says they do. A difference is no mistake:
 * the return takes effect, the difference is told with it, flags the tijdvak, and is an event.
 */
public final class TieOut {
  /** Where a total is given with a wage return. */
  private static final String STATED_AT = "query controlVerloondeUren";

  private final Norms norms;
  private final ControlTotalEvents events;
  private final ControlTotalRepository totals = new ControlTotalRepository();

  TieOut(Norms norms, ControlTotalEvents events) {
    this.norms = norms;
    this.events = events;
  }

  /**
   * A wage return that takes effect, or that did before and came again.
   *
   * @param id of the message
   * @param receivedAt since when it is known; empty: it was known before
   * @param message what it speaks of
   * @param stated what its sender says that its own tijdvak comes to
   * @param sender the client or person that sent it
   */
  public record Delivered(
      UUID id,
      Optional<OffsetDateTime> receivedAt,
      WageReturnMessage message,
      Optional<StatedTotal> stated,
      String sender) {

    private List<Tijdvak> tijdvakken() {
      return message.blocks().stream().map(Block::tijdvak).distinct().toList();
    }
  }

  /** A total is of the tijdvak that a message returns: loose corrections have none. */
  public static List<Violation> check(WageReturnMessage message, Optional<StatedTotal> stated) {
    return stated.isPresent() && ownTijdvak(message).isEmpty()
        ? List.of(
            new Violation(
                STATED_AT,
                "CONTROL_TOTAL_WITHOUT_TIJDVAK",
                "This wage return holds corrections only: put a total for each of their tijdvakken"
                    + " with PUT /v1/control-totals."))
        : List.of();
  }

  /**
   * Compares, when the return's versions are there.
   *
   * @return a warning for each total that its tijdvakken now differ from
   */
  public Future<List<Violation>> settle(Tx tx, Delivered delivered) {
    var number = delivered.message().number();
    var tijdvakken = delivered.tijdvakken();
    return totals
        .lock(tx, number)
        .map(locked -> delivered.receivedAt().orElse(locked))
        .compose(
            moment ->
                totals
                    .compare(tx, number, tijdvakken, moment.minus(1, ChronoUnit.MICROS))
                    .compose(
                        before ->
                            keep(tx, delivered, moment)
                                .compose(
                                    kept ->
                                        totals.compare(tx, number, tijdvakken, OffsetDateTime.MAX))
                                .compose(
                                    after ->
                                        events
                                            .tell(tx, before, after)
                                            .map(told -> warnings(delivered, after)))));
  }

  /** What norms and clock add to what somebody said. */
  Kept kept(UUID id, Tijdvak tijdvak, String statedBy, OffsetDateTime moment) {
    var tolerance = norms.at(NormName.CONTROL_TOTAL_TOLERANCE_HOURS, tijdvak.end()).decimal();
    return new Kept(id, tolerance, statedBy, moment);
  }

  /** A total that came with an earlier message of the sender says nothing of this one. */
  private Future<Void> keep(Tx tx, Delivered delivered, OffsetDateTime moment) {
    var message = delivered.message();
    var own = ownTijdvak(message);
    if (delivered.stated().isEmpty() || own.isEmpty()) {
      return delivered.receivedAt().isEmpty()
          ? Future.succeededFuture()
          : totals.endOfMessages(tx, message, delivered.tijdvakken(), moment);
    }
    var draft =
        new ControlTotalDraft(
            message.number(), own.get(), ControlTotalDraft.OF_MESSAGE, delivered.stated().get());
    return totals
        .endOfMessages(tx, message, delivered.tijdvakken(), moment)
        .compose(ended -> totals.idOf(tx, draft))
        .map(known -> known.orElseGet(UuidCreator::getTimeOrderedEpoch))
        .compose(
            id ->
                totals.add(
                    tx,
                    draft,
                    kept(id, own.get(), delivered.sender(), moment),
                    Optional.of(new Origin(delivered.id(), message))));
  }

  private static List<Violation> warnings(Delivered delivered, List<ControlTotal> after) {
    var warnings = new ArrayList<Violation>();
    after.stream()
        .filter(ControlTotal::differs)
        .forEach(total -> warnings.add(warning(delivered, total)));
    boolean overtaken =
        delivered.stated().isPresent()
            && after.stream().noneMatch(it -> it.wageReturn().equals(Optional.of(delivered.id())));
    if (overtaken) {
      warnings.add(
          new Violation(
              STATED_AT,
              "CONTROL_TOTAL_OVERTAKEN",
              "A message that was sent later speaks of this tijdvak already: the total was kept and"
                  + " not compared."));
    }
    return warnings;
  }

  private static Violation warning(Delivered delivered, ControlTotal total) {
    boolean own = total.wageReturn().equals(Optional.of(delivered.id()));
    return new Violation(
        own ? STATED_AT : "/v1/control-totals/" + total.id(),
        Difference.RETURN_TOTAL_DIFFERS.name(),
        "The total of %s from %s is %s, and the wage returns that are here come to %s."
            .formatted(
                total.tijdvak(),
                total.source(),
                figures(total.stated().hours().hours(), total.stated().relationships()),
                total
                    .returned()
                    .map(it -> figures(it.hours().hours(), Optional.of(it.relationships())))
                    .orElseThrow()));
  }

  private static String figures(long hours, Optional<? extends Number> relationships) {
    return relationships
        .map(it -> "%d verloonde uren of %d relationships".formatted(hours, it.longValue()))
        .orElseGet(() -> "%d verloonde uren".formatted(hours));
  }

  private static Optional<Tijdvak> ownTijdvak(WageReturnMessage message) {
    return message.blocks().stream()
        .filter(block -> block.kind() != Kind.CORRECTION)
        .map(Block::tijdvak)
        .findFirst();
  }
}
