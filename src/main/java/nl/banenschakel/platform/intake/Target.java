package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder;

/**
 * What a slice does with a delivery. The order is: decode and {@link #stage} batch by batch, each
 * in a transaction of its own; then in one transaction {@link #check}, {@link #merge} and {@link
 * #purge}. A delivery with a mistake is only purged.
 *
 * @param <B> a batch of rows
 */
public interface Target<B> {

  /** The sort of file, such as {@code contracts}. */
  String kind();

  /** Reads the file. A target serves one delivery. */
  Decoder<B> decoder();

  /**
   * From where and with which parameters: asked for when the file has been read without a mistake.
   */
  Delivery delivery();

  /** Puts a batch in staging. */
  Future<Void> stage(Tx tx, UUID upload, B batch);

  /** How many rows a batch has, for who follows the delivery. */
  default int rows(B batch) {
    return 0;
  }

  /** Mistakes that show only when all rows are there, such as two rows for one thing. */
  Future<List<Violation>> check(Tx tx, UUID upload);

  /** Takes effect, set-based. */
  Future<Outcome> merge(Tx tx, UUID upload);

  /** Empties staging of this delivery. */
  Future<Void> purge(Tx tx, UUID upload);
}
