package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import java.util.function.Function;
import nl.banenschakel.platform.db.Tx;

/**
 * In which transaction a delivery takes effect: one of its own, or that of somebody who does more
 * in it, such as a job that ends there.
 */
@FunctionalInterface
public interface Ending {

  /**
   * Runs the effect and commits it with all else.
   *
   * @param effect gives the delivery, accepted or refused
   */
  Future<Upload> end(Function<Tx, Future<Upload>> effect);
}
