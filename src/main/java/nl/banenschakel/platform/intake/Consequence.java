package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Tx;

/**
 * What follows when a delivery takes effect: in its own transaction, so that there are both or
 * neither. It is the last thing that is done there but for the tidying up.
 */
@FunctionalInterface
public interface Consequence {
  /** Nothing. */
  Consequence NONE = (tx, number) -> Future.succeededFuture();

  /** A delivery for this payroll takes effect. */
  Future<Void> follow(Tx tx, Loonheffingennummer number);

  /** A delivery takes effect: nothing follows where it is for no payroll. */
  default Future<Void> follow(Tx tx, Delivery delivery) {
    return delivery.number().map(number -> follow(tx, number)).orElseGet(Future::succeededFuture);
  }
}
