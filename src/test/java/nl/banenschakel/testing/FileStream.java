package nl.banenschakel.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A file that comes in as a paused stream, in pieces, as a request's body does. */
public final class FileStream implements ReadStream<Buffer> {
  private final Context context;
  private final Buffer file;
  private final IntSupplier pieceBytes;
  private int sent;
  private boolean flowing;
  private boolean ended;
  private @Nullable Handler<Buffer> handler;
  private @Nullable Handler<Void> endHandler;

  /** The handlers are called on this context. */
  public FileStream(Context context, Buffer file, int pieceBytes) {
    this(context, file, () -> pieceBytes);
  }

  /** The same with pieces whose sizes, from 1, are asked for one by one. */
  public FileStream(Context context, Buffer file, IntSupplier pieceBytes) {
    this.context = context;
    this.file = file;
    this.pieceBytes = pieceBytes;
  }

  /** How many bytes were asked for. */
  public int sent() {
    return sent;
  }

  @Override
  @CanIgnoreReturnValue
  public FileStream handler(@Nullable Handler<Buffer> handler) {
    this.handler = handler;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public FileStream endHandler(@Nullable Handler<Void> endHandler) {
    this.endHandler = endHandler;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public FileStream exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public FileStream pause() {
    flowing = false;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public FileStream resume() {
    flowing = true;
    context.runOnContext(next -> send());
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public FileStream fetch(long amount) {
    return resume();
  }

  private void send() {
    while (flowing && sent < file.length()) {
      int end = Math.min(file.length(), sent + pieceBytes.getAsInt());
      var piece = file.getBuffer(sent, end);
      sent = end;
      if (handler != null) {
        handler.handle(piece);
      }
    }
    if (flowing && !ended && sent == file.length()) {
      ended = true;
      if (endHandler != null) {
        endHandler.handle(null);
      }
    }
  }
}
