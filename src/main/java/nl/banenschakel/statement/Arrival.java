package nl.banenschakel.statement;

import io.vertx.core.Future;
import nl.banenschakel.platform.db.Tx;

/** What follows from a statement in another part of the gateway. */
@FunctionalInterface
public interface Arrival {
  /**
   * A statement was taken in, and whatever it replaces stands no longer.
   *
   * @param tx of the sender: what fails here undoes the statement, and what is odd does not
   */
  Future<Void> arrived(Tx tx, Statement.Whole statement);
}
