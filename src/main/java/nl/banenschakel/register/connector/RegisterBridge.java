package nl.banenschakel.register.connector;

import io.vertx.core.Future;
import java.time.LocalDate;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.client.Circuit;

/**
 * Somebody who may ask the doelgroepregister for an employer. Everything only reads, and fails with
 * {@link BridgeFailed} and nothing else; a failure never holds a number of a person. Every adapter
 * passes the same conformance test. Safe for several threads.
 */
public interface RegisterBridge {

  /** Everybody of this employer who is in the register: all of them, each once. */
  Future<BridgeList> list(Loonheffingennummer number);

  /**
   * Whether one person is in the register. Somebody whom it does not know is out.
   *
   * @param number of the employer that asks
   */
  Future<BridgeAnswer> ask(Loonheffingennummer number, Bsn bsn, Purpose purpose);

  /** Until which day the register is up to date. */
  Future<LocalDate> updatedTo();

  /** Whether questions go through, or are held back since the other side fails. */
  Circuit.State state();

  /** Ends its connections. */
  Future<Void> close();

  /** Of what use an answer about one person is to the employer (Wfsv 38d, paragraph 7). */
  enum Purpose {
    /** May come to work there. */
    CANDIDATE,
    /** Works there. */
    EMPLOYEE
  }
}
