package nl.banenschakel.platform.stream;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes that come by and tells how many, once a second at most and only while they come.
 * When the telling fails, so does the stream.
 */
public final class CountedBody implements ReadStream<Buffer> {
  private static final long TELL_EVERY_NS = 1_000_000_000L;

  private final ReadStream<Buffer> body;
  private final LongFunction<Future<Void>> tell;
  private long bytes;
  private long toldNs = System.nanoTime();
  private boolean telling;
  private @Nullable Handler<Throwable> failureHandler;

  /** The telling is given the bytes so far. */
  public CountedBody(ReadStream<Buffer> body, LongFunction<Future<Void>> tell) {
    this.body = body;
    this.tell = tell;
  }

  /** How many came by. */
  public long bytes() {
    return bytes;
  }

  @Override
  @CanIgnoreReturnValue
  public CountedBody handler(@Nullable Handler<Buffer> handler) {
    body.handler(handler == null ? null : piece -> counted(piece, handler));
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public CountedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    failureHandler = handler;
    body.exceptionHandler(handler);
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public CountedBody endHandler(@Nullable Handler<Void> handler) {
    body.endHandler(handler);
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public CountedBody pause() {
    body.pause();
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public CountedBody resume() {
    body.resume();
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public CountedBody fetch(long amount) {
    body.fetch(amount);
    return this;
  }

  private void counted(Buffer piece, Handler<Buffer> handler) {
    bytes += piece.length();
    handler.handle(piece);
    if (!telling && System.nanoTime() - toldNs > TELL_EVERY_NS) {
      telling = true;
      tell.apply(bytes).onComplete(told -> told(told.succeeded() ? null : told.cause()));
    }
  }

  private void told(@Nullable Throwable failure) {
    telling = false;
    toldNs = System.nanoTime();
    if (failure != null && failureHandler != null) {
      failureHandler.handle(failure);
    }
  }
}
