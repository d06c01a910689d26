package nl.banenschakel.platform.client;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import org.jspecify.annotations.Nullable;

/** Gathers an answer up to a limit; beyond it, or once it is given up, it takes no more. */
final class LimitedBody implements WriteStream<Buffer> {
  private final int bytesMax;
  private final Buffer body = Buffer.buffer();
  private volatile boolean hasBegun;
  private volatile boolean givenUp;

  LimitedBody(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  Buffer body() {
    return body;
  }

  /** From now on every piece is refused. Tells whether anything had come. */
  boolean giveUp() {
    givenUp = true;
    return hasBegun;
  }

  @Override
  public Future<Void> write(Buffer piece) {
    hasBegun = true;
    if (givenUp || piece.length() > bytesMax - body.length()) {
      return Future.failedFuture(
          new UpstreamFailed(
              UpstreamFailed.Reason.TOO_LARGE,
              "The answer is larger than %d bytes.".formatted(bytesMax)));
    }
    body.appendBuffer(piece);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> end() {
    return Future.succeededFuture();
  }

  @Override
  public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this;
  }

  @Override
  public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
    return this;
  }

  @Override
  public boolean writeQueueFull() {
    return false;
  }

  @Override
  public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
    return this;
  }
}
