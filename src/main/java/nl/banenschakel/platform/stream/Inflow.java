package nl.banenschakel.platform.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Moves one file from a stream through a decoder into a sink. While one piece is decoded on a
 * worker thread the next one fills and at most {@value #WRITES_MAX} batches are being written: the
 * sender is held back by whichever of the three is slowest. Everything but the decoding runs on the
 * event loop that called {@link #run}.
 *
 * @param <B> a batch of rows
 */
public final class Inflow<B> {
  /** Bytes handed to the decoder at once. */
  public static final int PIECE_BYTES = 256 * 1024;

  /**
   * Batches being written at the same moment: more than two connections gained nothing when
   * measured.
   */
  public static final int WRITES_MAX = 2;

  /** Full pieces that may wait: reached when the sender is faster than decoder and sink. */
  private static final int WAITING_MAX = 2;

  private static final byte[] NONE = {};

  private final WorkerExecutor workers;
  private final ReadStream<Buffer> source;
  private final Decoder<B> decoder;
  private final Function<B, Future<?>> sink;
  private final Promise<Void> done = Promise.promise();

  private final Queue<B> batches = new ArrayDeque<>();

  /** Full pieces; the last one may be short when the source has ended. */
  private final Queue<byte[]> waiting = new ArrayDeque<>();

  private byte[] filling = NONE;
  private int filled;
  private boolean sourceEnded;
  private boolean decoding;
  private boolean decoderEnded;
  private int writing;
  private @Nullable Throwable failure;

  /**
   * @param workers the bounded pool that decodes
   * @param source the paused stream
   */
  public Inflow(
      WorkerExecutor workers,
      ReadStream<Buffer> source,
      Decoder<B> decoder,
      Function<B, Future<?>> sink) {
    this.workers = workers;
    this.source = source;
    this.decoder = decoder;
    this.sink = sink;
  }

  /**
   * Starts; ends when the last batch is written, or fails with the first failure of any of the
   * three.
   */
  public Future<Void> run() {
    source.exceptionHandler(this::fail);
    source.endHandler(end -> ended());
    source.handler(this::received);
    source.resume();
    return done.future();
  }

  private void received(Buffer bytes) {
    for (int from = 0; from < bytes.length(); ) {
      if (filled == filling.length) {
        filling = new byte[PIECE_BYTES];
        filled = 0;
      }
      int count = Math.min(bytes.length() - from, PIECE_BYTES - filled);
      bytes.getBytes(from, from + count, filling, filled);
      from += count;
      filled += count;
      if (filled == PIECE_BYTES) {
        waiting.add(filling);
      }
    }
    if (waiting.size() >= WAITING_MAX) {
      source.pause();
    }
    step();
  }

  private void ended() {
    sourceEnded = true;
    if (filled < filling.length) {
      waiting.add(Arrays.copyOf(filling, filled));
    }
    step();
  }

  private void step() {
    if (failure != null) {
      // Only when nothing runs any more: the caller cleans up what was written.
      if (writing == 0 && !decoding) {
        done.tryFail(failure);
      }
      return;
    }
    while (writing < WRITES_MAX && !batches.isEmpty()) {
      write(batches.remove());
    }
    if (!decoding && !decoderEnded && batches.isEmpty()) {
      decodeWhatWaits();
    }
    if (decoderEnded && batches.isEmpty() && writing == 0) {
      done.tryComplete();
    }
  }

  private void decodeWhatWaits() {
    if (waiting.isEmpty() && !sourceEnded) {
      return;
    }
    byte[] piece = Objects.requireNonNullElse(waiting.poll(), NONE);
    boolean last = sourceEnded && waiting.isEmpty();
    decoding = true;
    if (!sourceEnded) {
      source.resume();
    }
    workers
        .executeBlocking(() -> decode(piece, last), false)
        .onSuccess(decoded -> decoded(decoded, last))
        .onFailure(
            cause -> {
              decoding = false;
              fail(cause);
            });
  }

  private List<B> decode(byte[] piece, boolean last) {
    var decoded = new ArrayList<B>(piece.length == 0 ? List.of() : decoder.feed(piece));
    if (last) {
      decoded.addAll(decoder.end());
    }
    return decoded;
  }

  private void decoded(List<B> decoded, boolean last) {
    decoding = false;
    decoderEnded = last && !decoder.hasMore();
    // A file with mistakes is refused as a whole: it is read on for the other mistakes, not stored.
    if (decoder.mistakes().total() == 0) {
      batches.addAll(decoded);
    }
    step();
  }

  private void write(B batch) {
    writing++;
    sink.apply(batch)
        .onSuccess(
            written -> {
              writing--;
              step();
            })
        .onFailure(
            cause -> {
              writing--;
              fail(cause);
            });
  }

  private void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
      batches.clear();
      // What still comes is thrown away, so that the sender can read its answer.
      source.handler(bytes -> {});
      source.endHandler(end -> {});
      source.resume();
    }
    step();
  }
}
