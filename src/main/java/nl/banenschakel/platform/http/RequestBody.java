package nl.banenschakel.platform.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, held back from the first moment, so that nothing of it is lost while the token
 * is checked. Counts as it goes and fails when there is more than allowed. What nobody reads is
 * thrown away after the answer, up to a limit of bytes and time; beyond it the connection is
 * closed.
 */
final class RequestBody implements ReadStream<Buffer> {
  private final HttpServerRequest request;
  private final boolean isDeclared;
  private final boolean awaitsContinue;
  private long bytesMax = HttpLimits.JSON_BYTES_MAX;
  private long bytesRead;
  private boolean continued;
  private boolean ended;
  private boolean discarding;
  private @Nullable Throwable failure;
  private @Nullable Handler<Buffer> bytesHandler;
  private @Nullable Handler<Void> endHandler;
  private @Nullable Handler<Throwable> failureHandler;

  RequestBody(HttpServerRequest request) {
    this.request = request;
    this.isDeclared =
        request.headers().contains(HttpHeaders.CONTENT_LENGTH)
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    this.awaitsContinue = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    request.pause();
    request.exceptionHandler(this::fail);
    request.handler(this::received);
    request.endHandler(end -> end());
  }

  /** From now on more than this fails; what is declared to be more fails at once. */
  void limit(long max) {
    bytesMax = max;
    var declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (declared != null && Long.parseLong(declared) > max) {
      throw HttpLimits.tooLarge(max);
    }
  }

  /** The whole body. */
  Future<Buffer> whole(long max) {
    limit(Math.min(max, bytesMax));
    var whole = Buffer.buffer();
    Promise<Buffer> done = Promise.promise();
    exceptionHandler(done::tryFail);
    endHandler(end -> done.tryComplete(whole));
    handler(whole::appendBuffer);
    resume();
    return done.future();
  }

  long bytesRead() {
    return bytesRead;
  }

  /** Whether the sender waits for a word that will not come: it may send the body now, or not. */
  boolean isUnasked() {
    return awaitsContinue && !continued && !ended;
  }

  /**
   * Throws away what is left, so that the connection can be used again.
   *
   * @return whether some of it may still be under way
   */
  boolean discard() {
    if (isUnasked()) {
      // What follows may be the body or the next request: there is no telling.
      giveUp();
    } else if (!ended && !discarding) {
      discarding = true;
      bytesRead = 0;
      request.resume();
    }
    return !ended && isDeclared;
  }

  /** Closes the connection when the body has not come to its end. */
  void giveUp() {
    if (!ended) {
      request.connection().close();
    }
  }

  @Override
  @CanIgnoreReturnValue
  public RequestBody handler(@Nullable Handler<Buffer> handler) {
    bytesHandler = handler;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public RequestBody endHandler(@Nullable Handler<Void> handler) {
    endHandler = handler;
    return this;
  }

  /**
   * A failure from before is told at once: the sender may have gone while the token was checked.
   */
  @Override
  @CanIgnoreReturnValue
  public RequestBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    failureHandler = handler;
    if (handler != null && failure != null) {
      handler.handle(failure);
    }
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public RequestBody pause() {
    request.pause();
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public RequestBody resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  @CanIgnoreReturnValue
  public RequestBody fetch(long amount) {
    if (isUnasked()) {
      continued = true;
      request.response().writeContinue();
    }
    request.fetch(amount);
    return this;
  }

  private void received(Buffer bytes) {
    bytesRead += bytes.length();
    if (discarding) {
      if (bytesRead > HttpLimits.DISCARDED_BYTES_MAX) {
        giveUp();
      }
    } else if (failure == null && bytesRead > bytesMax) {
      fail(HttpLimits.tooLarge(bytesMax));
    } else if (failure == null && bytesHandler != null) {
      bytesHandler.handle(bytes);
    }
  }

  private void end() {
    ended = true;
    if (failure == null && !discarding && endHandler != null) {
      endHandler.handle(null);
    }
  }

  private void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
      if (failureHandler != null) {
        failureHandler.handle(cause);
      }
    }
  }
}
