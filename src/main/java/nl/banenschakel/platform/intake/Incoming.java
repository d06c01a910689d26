package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.stream.table.TableFile;

/**
 * A file that comes in.
 *
 * @param caller who sends it
 * @param mode whether it takes effect
 * @param body its bytes, paused
 * @param bytes how many there will be, where the sender said so
 * @param upload the address that it was given before; empty: it is given one as it comes in
 * @param table in what form its rows are, where it has any: then they can be given back
 */
public record Incoming(
    Caller caller,
    Mode mode,
    ReadStream<Buffer> body,
    Optional<Long> bytes,
    Optional<UUID> upload,
    Optional<TableFile> table) {

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

  /** What comes with a call, without an address. */
  public static Incoming of(Call call, Mode mode) {
    return of(call, mode, call.body());
  }

  /** The same of a body that may be smaller only than the operation's files. */
  public static Incoming of(Call call, Mode mode, long bytesMax) {
    return of(call, mode, call.body(bytesMax));
  }

  /** One that takes effect and comes some other way. */
  public static Incoming real(Caller caller, ReadStream<Buffer> body) {
    return new Incoming(
        caller, Mode.REAL, body, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, which is a table of this form. */
  public Incoming as(TableFile form) {
    return new Incoming(caller, mode, body, bytes, upload, Optional.of(form));
  }

  /** The same, to an address that it was given before with this mode. */
  Incoming at(UUID address, Mode announced) {
    return new Incoming(caller, announced, body, bytes, Optional.of(address), table);
  }

  /** Whether a trace of it stays, whatever comes of it. */
  boolean isKept() {
    return mode == Mode.REAL || upload.isPresent();
  }

  private static Incoming of(Call call, Mode mode, ReadStream<Buffer> body) {
    return new Incoming(
        call.caller(), mode, body, call.bytes(), Optional.empty(), Optional.empty());
  }
}
