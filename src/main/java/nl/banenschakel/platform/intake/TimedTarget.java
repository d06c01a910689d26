package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.IntakeObserver.Stage;
import nl.banenschakel.platform.stream.Decoder;

/** Does what another target does, and tells how long each step took. */
final class TimedTarget<B> implements Target<B> {
  private final Target<B> target;
  private final IntakeObserver observer;

  TimedTarget(Target<B> target, IntakeObserver observer) {
    this.target = target;
    this.observer = observer;
  }

  @Override
  public String kind() {
    return target.kind();
  }

  @Override
  public Decoder<B> decoder() {
    return new TimedDecoder(target.decoder());
  }

  @Override
  public Delivery delivery() {
    return target.delivery();
  }

  @Override
  public Future<Void> stage(Tx tx, UUID upload, B batch) {
    return timed(Stage.WRITE, () -> target.stage(tx, upload, batch));
  }

  @Override
  public int rows(B batch) {
    return target.rows(batch);
  }

  @Override
  public Future<List<Violation>> check(Tx tx, UUID upload) {
    return timed(Stage.CHECK, () -> target.check(tx, upload));
  }

  @Override
  public Future<Outcome> merge(Tx tx, UUID upload) {
    return timed(Stage.MERGE, () -> target.merge(tx, upload));
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return timed(Stage.PURGE, () -> target.purge(tx, upload));
  }

  private <T> Future<T> timed(Stage stage, Supplier<Future<T>> step) {
    long from = System.nanoTime();
    return step.get().onComplete(done -> told(stage, from));
  }

  private void told(Stage stage, long from) {
    observer.did(kind(), stage, Duration.ofNanos(System.nanoTime() - from));
  }

  private final class TimedDecoder implements Decoder<B> {
    private final Decoder<B> decoder;

    TimedDecoder(Decoder<B> decoder) {
      this.decoder = decoder;
    }

    @Override
    public List<B> feed(byte[] piece) {
      return timed(() -> decoder.feed(piece));
    }

    @Override
    public List<B> end() {
      return timed(decoder::end);
    }

    @Override
    public boolean hasMore() {
      return decoder.hasMore();
    }

    @Override
    public Mistakes mistakes() {
      return decoder.mistakes();
    }

    private List<B> timed(Supplier<List<B>> step) {
      long from = System.nanoTime();
      var batches = step.get();
      told(Stage.DECODE, from);
      return batches;
    }
  }
}
