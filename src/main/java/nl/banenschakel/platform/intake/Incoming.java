package nl.banenschakel.platform.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import nl.banenschakel.platform.auth.Caller;

/**
 * A file that comes in.
 *
 * @param caller who sends it
 * @param mode whether it takes effect
 * @param body its bytes, paused
 */
public record Incoming(Caller caller, Mode mode, ReadStream<Buffer> body) {

  /** One that takes effect. */
  public static Incoming real(Caller caller, ReadStream<Buffer> body) {
    return new Incoming(caller, Mode.REAL, body);
  }
}
