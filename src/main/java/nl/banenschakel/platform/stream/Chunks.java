package nl.banenschakel.platform.stream;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Bytes that are made when they are asked for: a body of any size, of which no more is in memory
 * than one piece. Whoever has it asks for the next piece when the last one is there, and closes it.
 */
@FunctionalInterface
public interface Chunks {

  /** The next piece; none: that was all. */
  Future<Optional<Buffer>> next();

  /** Gives back what the rest would be made of, also before its end; any number of times. */
  default void close() {}

  /** One piece. */
  static Chunks once(Supplier<Buffer> piece) {
    var left = new ArrayDeque<>(List.of(piece));
    return () -> Future.succeededFuture(Optional.ofNullable(left.poll()).map(Supplier::get));
  }

  /**
   * A piece for each batch of rows.
   *
   * @param batch the next rows; none: that was all
   * @param write makes a piece of them
   */
  static <R> Chunks ofEach(Supplier<Future<List<R>>> batch, Function<List<R>, Buffer> write) {
    return () ->
        batch.get().map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(write.apply(rows)));
  }

  /**
   * One after the other.
   *
   * @param release what closing does
   */
  static Chunks inTurn(List<Chunks> parts, Runnable release) {
    var left = new ArrayDeque<>(parts);
    return new Chunks() {
      @Override
      public Future<Optional<Buffer>> next() {
        return nextOf(left);
      }

      @Override
      public void close() {
        release.run();
      }
    };
  }

  private static Future<Optional<Buffer>> nextOf(Queue<Chunks> left) {
    var first = left.peek();
    if (first == null) {
      return Future.succeededFuture(Optional.empty());
    }
    return first
        .next()
        .compose(
            piece -> {
              if (piece.isPresent()) {
                return Future.succeededFuture(piece);
              }
              left.remove(); // of parts there are few: this goes no deeper than their number
              return nextOf(left);
            });
  }
}
