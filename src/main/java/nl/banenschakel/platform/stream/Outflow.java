package nl.banenschakel.platform.stream;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Moves bytes that are made while they are sent to their receiver. The next piece is asked for when
 * there is room: a slow receiver holds back whoever makes them, and costs no memory. All of it runs
 * on the event loop that called {@link #run}.
 */
public final class Outflow {
  /** Bytes that wait for the receiver. */
  public static final int WAITING_BYTES_MAX = 256 * 1024;

  /** A receiver that takes nothing for so long has gone. */
  public static final int SILENT_MS_MAX = 60_000;

  private final Vertx vertx;
  private final Chunks source;
  private final WriteStream<Buffer> sink;
  private final Promise<Void> done = Promise.promise();
  private boolean asking;
  private long bytes;
  private long silence = -1;

  /** Nothing is asked for yet. */
  public Outflow(Vertx vertx, Chunks source, WriteStream<Buffer> sink) {
    this.vertx = vertx;
    this.source = source;
    this.sink = sink;
  }

  /**
   * Starts; succeeds when the last piece is with the sink, whose end is left to the caller, and
   * fails when a piece cannot be made or sent. The source is closed then.
   */
  public Future<Void> run() {
    sink.setWriteQueueMaxSize(WAITING_BYTES_MAX);
    sink.exceptionHandler(this::fail);
    sink.drainHandler(
        room -> {
          vertx.cancelTimer(silence);
          step();
        });
    step();
    return done.future();
  }

  /** Stops: the receiver has gone, or is not waited for any longer. */
  public void fail(Throwable cause) {
    if (done.tryFail(cause)) {
      vertx.cancelTimer(silence);
      source.close();
    }
  }

  /** How many bytes went out so far. */
  public long bytes() {
    return bytes;
  }

  private void step() {
    if (asking || done.future().isComplete()) {
      return;
    }
    if (sink.writeQueueFull()) {
      silence = vertx.setTimer(SILENT_MS_MAX, late -> fail(new TimeoutException("no reader")));
    } else {
      asking = true;
      source.next().onComplete(this::made);
    }
  }

  private void made(AsyncResult<Optional<Buffer>> piece) {
    asking = false;
    if (piece.failed()) {
      fail(piece.cause());
    } else if (piece.result().isEmpty()) {
      source.close();
      done.tryComplete();
    } else if (!done.future().isComplete()) {
      var made = piece.result().get();
      bytes += made.length();
      sink.write(made).onFailure(this::fail);
      step();
    }
  }
}
