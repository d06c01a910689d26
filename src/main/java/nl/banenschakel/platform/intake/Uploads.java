package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Defects;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Incoming.Ending;
import nl.banenschakel.platform.intake.mistake.KeptFiles;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.stream.Inflow;
import nl.banenschakel.platform.stream.Room;
import nl.banenschakel.platform.stream.SharedRoom;
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

  private static final String FULL = "Many files are coming in at this moment: try again shortly.";
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final Db db;
  private final Vault vault;
  private final WorkerExecutor workers;
  private final IntakeObserver observer;
  private final Consequence consequence;
  private final Jobs jobs;
  private final KeptFiles keptFiles;
  private final SharedRoom underWay;
  private final UploadRepository uploads = new UploadRepository();

  /**
   * @param workers decode: a bounded pool
   * @param consequence that of whatever takes effect
   */
  public Uploads(
      Db db,
      Vault vault,
      WorkerExecutor workers,
      IntakeSettings settings,
      IntakeObserver observer,
      Consequence consequence) {
    this.db = db;
    this.vault = vault;
    this.workers = workers;
    this.observer = observer;
    this.consequence = consequence;
    this.jobs = new Jobs(db);
    this.keptFiles = new KeptFiles(db, vault, workers);
    this.underWay = new SharedRoom(new Room(UNDER_WAY_MAX, FULL), settings.placesPerOrganisation());
  }

  /**
   * Takes one delivery. A trial run is rolled back: nothing of it stays, not even that it was,
   * unless it had an address before.
   *
   * @return the accepted delivery, or the earlier one that these bytes repeat; of a trial run what
   *     it would have been
   * @throws Failure.Invalid through the future, with every mistake, when it is refused
   * @throws Failure.Unavailable through the future when {@value #UNDER_WAY_MAX} others are under
   *     way, or as many of this organisation as may be
   */
  public <B> Future<Upload> take(Incoming incoming, Target<B> delivered) {
    return take(incoming, delivered, effect -> db.tx(incoming.caller().organisation(), effect));
  }

  /** The same with the transaction in which it takes effect. */
  public <B> Future<Upload> take(Incoming incoming, Target<B> delivered, Ending ending) {
    return underWay.admit(
        incoming.caller().organisation(), () -> takeOne(receiving(incoming, delivered), ending));
  }

  private <B> Receiving<B> receiving(Incoming incoming, Target<B> delivered) {
    return Receiving.of(
        incoming,
        new TimedTarget<>(delivered, observer),
        vault.forTenant(incoming.caller().organisation()).digest(),
        (tenant, id, bytes) -> db.tx(tenant, tx -> uploads.touch(tx, id, bytes, 0)));
  }

  private <B> Future<Upload> takeOne(Receiving<B> it, Ending ending) {
    return db.tx(it.tenant(), tx -> begin(tx, it))
        .compose(
            begun ->
                new Inflow<B>(workers, it.body(), it.decoder(), batch -> stage(it, batch)).run())
        .compose(
            read ->
                it.incoming().mode() == Mode.TRIAL
                    ? rehearse(it)
                    : ending.end(tx -> finish(tx, it)))
        .recover(cause -> abandon(it, cause))
        .compose(it::answer)
        .onComplete(done -> it.copy().close());
  }

  private Future<Void> begin(Tx tx, Receiving<?> it) {
    return uploads
        .endAbandoned(tx, Optional.of(it.target().kind()))
        .compose(
            abandoned ->
                Future.all(
                    abandoned.stream().map(old -> purge(tx, old.id(), it.target())).toList()))
        .compose(
            purged ->
                it.isAnnounced()
                    ? Future.succeededFuture()
                    : uploads.begin(tx, it.id(), it.target().kind(), it.incoming()));
  }

  private <B> Future<Void> stage(Receiving<B> it, B batch) {
    // Touched last: the row's lock is held for a moment only, and batches are written side by side.
    return db.tx(
        it.tenant(),
        tx ->
            it.target()
                .stage(tx, it.id(), batch)
                .compose(
                    staged ->
                        uploads.touch(tx, it.id(), it.body().bytes(), it.target().rows(batch))));
  }

  private <B> Future<Upload> finish(Tx tx, Receiving<B> it) {
    var mistakes = it.decoder().mistakes();
    // The lock on what is touched holds off whoever would call the delivery off.
    var whole = uploads.touch(tx, it.id(), it.body().bytes(), 0);
    return mistakes.total() > 0
        ? whole.compose(touched -> refuse(tx, it, mistakes.kept(), mistakes.total()))
        : whole.compose(touched -> decide(tx, it));
  }

  private <B> Future<Upload> decide(Tx tx, Receiving<B> it) {
    var kind = it.target().kind();
    var delivery = it.target().delivery();
    return uploads
        .lockSource(tx, kind, delivery.source())
        .compose(locked -> uploads.latestAccepted(tx, kind, delivery.source()))
        .compose(
            latest ->
                latest.isPresent() && latest.get().digest().equals(it.decoder().digest(delivery))
                    ? repeat(tx, it, latest.get().upload())
                    : checkAndMerge(tx, it, delivery));
  }

  private <B> Future<Upload> rehearse(Receiving<B> it) {
    return db.rehearse(it.tenant(), tx -> finish(tx, it))
        .compose(
            found ->
                db.tx(
                    it.tenant(),
                    tx ->
                        it.isAnnounced()
                            ? keepVerdict(tx, it, found)
                            : leaveNothing(tx, it).map(found)));
  }

  /** What a trial run found is told at its address, though nothing else of it stays. */
  private Future<Upload> keepVerdict(Tx tx, Receiving<?> it, Upload found) {
    var touched = uploads.touch(tx, it.id(), it.body().bytes(), 0);
    if (found.state() == Upload.State.REFUSED) {
      return touched.compose(whole -> refuse(tx, it, found.mistakes(), found.mistakesTotal()));
    }
    var outcome = found.outcome().orElseThrow().withoutResource();
    return touched
        .compose(whole -> uploads.validate(tx, it.id(), outcome))
        .compose(validated -> ended(tx, it));
  }

  private Future<Upload> repeat(Tx tx, Receiving<?> it, UUID earlier) {
    return it.isAnnounced()
        ? uploads.repeat(tx, it.id(), earlier).compose(repeated -> ended(tx, it))
        : leaveNothing(tx, it)
            .compose(forgotten -> uploads.find(tx, earlier))
            .map(Optional::orElseThrow);
  }

  private <B> Future<Upload> checkAndMerge(Tx tx, Receiving<B> it, Delivery delivery) {
    return it.target()
        .check(tx, it.id())
        .compose(
            mistakes ->
                mistakes.isEmpty()
                    ? it.target()
                        .merge(tx, it.id())
                        .compose(
                            outcome ->
                                uploads.accept(
                                    tx,
                                    it.id(),
                                    delivery.source(),
                                    it.decoder().digest(delivery),
                                    outcome))
                        .compose(accepted -> consequence.follow(tx, delivery))
                        .compose(followed -> ended(tx, it))
                    : refuse(tx, it, mistakes, mistakes.size()));
  }

  /** With its rows, where they are kept: the next file to its address may come at once. */
  private Future<Upload> refuse(Tx tx, Receiving<?> it, List<Violation> mistakes, int total) {
    return uploads
        .refuse(tx, it.id(), mistakes, total)
        .compose(
            refused ->
                it.incoming().isKept()
                    ? keptFiles.keep(tx, it.id(), it.copy(), mistakes, it.decoder().mistakes())
                    : Future.succeededFuture())
        .compose(kept -> ended(tx, it));
  }

  private Future<Upload> ended(Tx tx, Receiving<?> it) {
    return purge(tx, it.id(), it.target())
        .compose(purged -> UploadClearingJob.schedule(jobs, tx))
        .compose(scheduled -> uploads.find(tx, it.id()))
        .map(Optional::orElseThrow);
  }

  /** Whatever went wrong while reading or merging: nothing of the delivery stays. */
  private <T> Future<T> abandon(Receiving<?> it, Throwable cause) {
    return db.tx(it.tenant(), tx -> leaveNothing(tx, it))
        .onFailure(
            left -> LOG.warn("Left to purge: upload {}: {}", it.id(), Defects.described(left)))
        .transform(cleaned -> Future.failedFuture(cause));
  }

  /** An address that was given out stays. */
  private Future<Void> leaveNothing(Tx tx, Receiving<?> it) {
    return purge(tx, it.id(), it.target())
        .compose(
            purged -> it.isAnnounced() ? Future.succeededFuture() : uploads.forget(tx, it.id()));
  }

  private Future<Void> purge(Tx tx, UUID id, Target<?> target) {
    return target.purge(tx, id).compose(purged -> uploads.endReceiving(tx, id));
  }
}
