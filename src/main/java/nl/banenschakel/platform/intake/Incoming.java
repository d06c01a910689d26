package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Tx;

/**
 * A file that comes in.
 *
 * @param caller who sends it
 * @param mode whether it takes effect
 * @param body its bytes, paused
 * @param bytes how many there will be, where the sender said so
 * @param upload the address that it was given before; empty: it is given one as it comes in
 */
public record Incoming(
    Caller caller,
    Mode mode,
    ReadStream<Buffer> body,
    Optional<Long> bytes,
    Optional<UUID> upload) {

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

  /** One that comes without an address. */
  public Incoming(Caller caller, Mode mode, ReadStream<Buffer> body) {
    this(caller, mode, body, Optional.empty(), Optional.empty());
  }

  /** One that takes effect. */
  public static Incoming real(Caller caller, ReadStream<Buffer> body) {
    return new Incoming(caller, Mode.REAL, body);
  }

  /** Whether a trace of it stays, whatever comes of it. */
  boolean isKept() {
    return mode == Mode.REAL || upload.isPresent();
  }
}
