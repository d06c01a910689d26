package nl.banenschakel.platform.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Inflow;
import nl.banenschakel.platform.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes deliveries of any kind: all of a file takes effect in one transaction, or nothing of it
 * stays but the list of its mistakes. The same bytes as the latest accepted delivery of a source
 * give the first answer and no second effect.
 */
public final class Uploads {
  /** Deliveries at the same moment in this process: each holds some 20 MB of rows and people. */
  public static final int UNDER_WAY_MAX = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final Db db;
  private final Vault vault;
  private final WorkerExecutor workers;
  private final IntakeObserver observer;
  private final Consequence consequence;
  private final AtomicInteger underWay = new AtomicInteger();
  private final UploadRepository uploads = new UploadRepository();

  /** Nobody measures, and nothing follows. */
  public Uploads(Db db, Vault vault, WorkerExecutor workers) {
    this(db, vault, workers, IntakeObserver.NONE, Consequence.NONE);
  }

  /**
   * The workers decode: a bounded pool.
   *
   * @param consequence of each delivery that takes effect
   */
  public Uploads(
      Db db,
      Vault vault,
      WorkerExecutor workers,
      IntakeObserver observer,
      Consequence consequence) {
    this.db = db;
    this.vault = vault;
    this.workers = workers;
    this.observer = observer;
    this.consequence = consequence;
  }

  /**
   * Takes one delivery. A trial run is rolled back: nothing of it stays, not even that it was.
   *
   * @return the accepted delivery, or the earlier one that these bytes repeat; of a trial run what
   *     it would have been
   * @throws Failure.Invalid through the future, with every mistake, when it is refused
   * @throws Failure.Unavailable through the future when {@value #UNDER_WAY_MAX} others are under
   *     way
   */
  public <B> Future<Upload> take(Incoming incoming, Target<B> delivered) {
    var tenant = incoming.caller().organisation();
    return take(incoming, delivered, effect -> db.tx(tenant, effect));
  }

  /** The same with the transaction in which it takes effect. */
  public <B> Future<Upload> take(Incoming incoming, Target<B> delivered, Ending ending) {
    if (underWay.incrementAndGet() > UNDER_WAY_MAX) {
      underWay.decrementAndGet();
      return Future.failedFuture(
          new Failure.Unavailable("Many files are coming in at this moment: try again shortly."));
    }
    // Inside the chain: whatever it throws is a failure too, and gives the place back.
    return Future.succeededFuture()
        .compose(begun -> takeOne(incoming, delivered, ending))
        .onComplete(done -> underWay.decrementAndGet());
  }

  private <B> Future<Upload> takeOne(Incoming incoming, Target<B> delivered, Ending ending) {
    var target = new TimedTarget<>(delivered, observer);
    var tenant = incoming.caller().organisation();
    var id = UuidCreator.getTimeOrderedEpoch();
    var decoder = new DigestedDecoder<>(target.decoder(), vault.forTenant(tenant).digest());
    return db.tx(tenant, tx -> begin(tx, id, incoming.caller(), target))
        .compose(
            begun ->
                new Inflow<B>(
                        workers,
                        incoming.body(),
                        decoder,
                        batch -> stage(tenant, id, target, batch))
                    .run())
        .compose(
            read ->
                incoming.mode() == Mode.TRIAL
                    ? rehearse(tenant, id, target, decoder)
                    : ending.end(tx -> finish(tx, id, target, decoder)))
        .recover(cause -> abandon(tenant, id, target, cause))
        .compose(Uploads::answer);
  }

  /** One delivery of the caller's organisation. */
  public Future<Upload> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> uploads.find(tx, id))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  private Future<Void> begin(Tx tx, UUID id, Caller caller, Target<?> target) {
    return uploads
        .takeAbandoned(tx, target.kind())
        .compose(
            abandoned ->
                abandoned.isEmpty()
                    ? Future.succeededFuture()
                    : Future.all(abandoned.stream().map(old -> purge(tx, old, target)).toList()))
        .compose(purged -> uploads.begin(tx, id, target.kind(), caller.subject()));
  }

  private <B> Future<Void> stage(UUID tenant, UUID id, Target<B> target, B batch) {
    // Touched last: the row's lock is held for a moment only, and batches are written side by side.
    return db.tx(
        tenant, tx -> target.stage(tx, id, batch).compose(staged -> uploads.touch(tx, id)));
  }

  private <B> Future<Upload> finish(Tx tx, UUID id, Target<B> target, DigestedDecoder<B> decoder) {
    if (decoder.mistakes().total() > 0) {
      return refuse(tx, id, target, decoder.mistakes().kept(), decoder.mistakes().total());
    }
    var delivery = target.delivery();
    return uploads
        .touch(tx, id)
        .compose(whole -> uploads.lockSource(tx, target.kind(), delivery.source()))
        .compose(locked -> uploads.latestAccepted(tx, target.kind(), delivery.source()))
        .compose(
            latest ->
                latest.isPresent() && latest.get().digest().equals(decoder.digest(delivery))
                    ? repeat(tx, id, target, latest.get().upload())
                    : checkAndMerge(tx, id, target, delivery, decoder));
  }

  private <B> Future<Upload> rehearse(
      UUID tenant, UUID id, Target<B> target, DigestedDecoder<B> decoder) {
    return db.rehearse(tenant, tx -> finish(tx, id, target, decoder))
        .compose(found -> db.tx(tenant, tx -> leaveNothing(tx, id, target)).map(found));
  }

  private Future<Upload> repeat(Tx tx, UUID id, Target<?> target, UUID earlier) {
    return leaveNothing(tx, id, target)
        .compose(forgotten -> uploads.find(tx, earlier))
        .map(Optional::orElseThrow);
  }

  private <B> Future<Upload> checkAndMerge(
      Tx tx, UUID id, Target<B> target, Delivery delivery, DigestedDecoder<B> decoder) {
    return target
        .check(tx, id)
        .compose(
            mistakes ->
                mistakes.isEmpty()
                    ? target
                        .merge(tx, id)
                        .compose(
                            outcome ->
                                uploads.accept(
                                    tx, id, delivery.source(), decoder.digest(delivery), outcome))
                        .compose(accepted -> consequence.follow(tx, delivery.number()))
                        .compose(followed -> purge(tx, id, target))
                        .compose(purged -> uploads.find(tx, id))
                        .map(Optional::orElseThrow)
                    : refuse(tx, id, target, mistakes, mistakes.size()));
  }

  private Future<Upload> refuse(
      Tx tx, UUID id, Target<?> target, List<Violation> mistakes, int total) {
    return purge(tx, id, target)
        .compose(purged -> uploads.refuse(tx, id, mistakes, total))
        .compose(refused -> uploads.find(tx, id))
        .map(Optional::orElseThrow);
  }

  /** Whatever went wrong while reading or merging: nothing of the delivery stays. */
  private <T> Future<T> abandon(UUID tenant, UUID id, Target<?> target, Throwable cause) {
    return db.tx(tenant, tx -> leaveNothing(tx, id, target))
        .onFailure(kept -> LOG.warn("Left for the next delivery to purge: upload {}", id, kept))
        .transform(cleaned -> Future.failedFuture(cause));
  }

  private Future<Void> leaveNothing(Tx tx, UUID id, Target<?> target) {
    return purge(tx, id, target).compose(purged -> uploads.forget(tx, id));
  }

  private Future<Void> purge(Tx tx, UUID id, Target<?> target) {
    return target.purge(tx, id).compose(purged -> uploads.endReceiving(tx, id));
  }

  private static Future<Upload> answer(Upload upload) {
    return upload.state() == Upload.State.REFUSED
        ? Future.failedFuture(new Failure.Invalid(upload.mistakes(), upload.mistakesTotal()))
        : Future.succeededFuture(upload);
  }
}
