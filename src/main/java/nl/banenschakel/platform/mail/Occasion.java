package nl.banenschakel.platform.mail;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Tx;

/** What people are written to about. */
public interface Occasion {
  /** Lower case and hyphens: tells it from others. */
  String name();

  /** Writes about one thing of the tenant; empty: there is nothing to tell any more. */
  Future<Optional<Mail>> write(Tx tx, UUID thing);

  /** It was handed over to the mail server: in the transaction that ends the job. */
  Future<Void> sent(Tx tx, UUID thing);
}
