package nl.banenschakel.platform.mail;

import io.vertx.core.Future;
import java.util.UUID;

/** Takes messages on their way. */
public interface Mailing {
  /**
   * Hands one over.
   *
   * @param id the same whenever it is tried again, so that who gets it twice can tell
   * @return fails with any cause: it may hold an address, and is not to be told
   */
  Future<Void> send(UUID id, Mail mail);

  /** Ends what is open. */
  Future<Void> close();
}
