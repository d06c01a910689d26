package nl.banenschakel.platform.stream;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** Bytes that are here already, for whoever takes a stream: paused, and in pieces of one size. */
public final class StoredStream implements ReadStream<Buffer> {
  private final Context context;
  private final Buffer bytes;
  private final int pieceBytes;
  private int sent;
  private boolean flowing;
  private boolean ended;
  private @Nullable Handler<Buffer> handler;
  private @Nullable Handler<Void> endHandler;

  /**
   * @param context where the handlers are called
   */
  public StoredStream(Context context, Buffer bytes, int pieceBytes) {
    this.context = context;
    this.bytes = bytes;
    this.pieceBytes = pieceBytes;
  }

  @Override
  @CanIgnoreReturnValue
  public StoredStream handler(@Nullable Handler<Buffer> handler) {
    this.handler = handler;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public StoredStream endHandler(@Nullable Handler<Void> endHandler) {
    this.endHandler = endHandler;
    return this;
  }

  /** Nothing goes wrong here. */
  @Override
  @CanIgnoreReturnValue
  public StoredStream exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public StoredStream pause() {
    flowing = false;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public StoredStream resume() {
    flowing = true;
    context.runOnContext(next -> send());
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public StoredStream fetch(long amount) {
    return resume();
  }

  private void send() {
    while (flowing && sent < bytes.length()) {
      int end = Math.min(bytes.length(), sent + pieceBytes);
      var piece = bytes.getBuffer(sent, end);
      sent = end;
      if (handler != null) {
        handler.handle(piece);
      }
    }
    if (flowing && !ended && sent == bytes.length()) {
      ended = true;
      if (endHandler != null) {
        endHandler.handle(null);
      }
    }
  }
}
