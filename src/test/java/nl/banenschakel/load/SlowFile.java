package nl.banenschakel.load;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file read piece by piece at a steady pace; slower where the reader is. */
final class SlowFile implements ReadStream<Buffer> {
  private static final int PIECES_PER_SECOND = 20;

  private final Vertx vertx;
  private final InputStream file;
  private final int pieceBytes;
  private long timer;
  private boolean paused;
  private @Nullable Handler<Buffer> handler;
  private @Nullable Handler<Void> endHandler;

  SlowFile(Vertx vertx, Path path, int bytesPerSecond) {
    this.vertx = vertx;
    this.pieceBytes = bytesPerSecond / PIECES_PER_SECOND;
    try {
      this.file = Files.newInputStream(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @CanIgnoreReturnValue
  public SlowFile handler(@Nullable Handler<Buffer> bytes) {
    handler = bytes;
    if (bytes != null && timer == 0) {
      timer = vertx.setPeriodic(1_000 / PIECES_PER_SECOND, tick -> next());
    }
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public SlowFile endHandler(@Nullable Handler<Void> end) {
    endHandler = end;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public SlowFile exceptionHandler(@Nullable Handler<Throwable> failure) {
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public SlowFile pause() {
    paused = true;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public SlowFile resume() {
    paused = false;
    return this;
  }

  @Override
  @CanIgnoreReturnValue
  public SlowFile fetch(long amount) {
    return resume();
  }

  private void next() {
    if (paused || handler == null) {
      return;
    }
    try {
      byte[] piece = file.readNBytes(pieceBytes);
      if (piece.length > 0) {
        handler.handle(Buffer.buffer(piece));
        return;
      }
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    vertx.cancelTimer(timer);
    if (endHandler != null) {
      endHandler.handle(null);
    }
  }
}
