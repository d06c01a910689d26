package nl.banenschakel.statement.timecard;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.vault.TenantVault.SealedFile;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.statement.StatementIntake;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.setu.Timecard;
import nl.banenschakel.statement.timecard.TimecardRepository.Version;

/**
 * Keeps the time cards of who sends them, and states what they state. Cards are read, sealed,
 * opened and written by the workers: one may have a megabyte.
 */
final class TimecardService {
  private final Db db;
  private final Vault vault;
  private final WorkerExecutor workers;
  private final StatementIntake intake;
  private final TimecardSchemas schemas;
  private final TimecardRepository timecards = new TimecardRepository();

  TimecardService(
      Db db, Vault vault, WorkerExecutor workers, StatementIntake intake, TimecardSchemas schemas) {
    this.db = db;
    this.vault = vault;
    this.workers = workers;
    this.intake = intake;
    this.schemas = schemas;
  }

  /** A card as it came: itself, as it is kept, and what it states. */
  private record Read(Timecard card, SealedFile sealed, Sent sent) {}

  /**
   * Takes one in under an id of the sender's. The same again is the same one; where one was taken
   * back, it is there anew.
   *
   * @return fails with {@link Failure.Invalid} with every mistake, with {@link Failure.Conflict}
   *     for another one under the same id
   */
  Future<KeptTimecard> post(Caller caller, UUID id, TimecardForm form, Buffer body) {
    return work(() -> read(caller, id, form.read(body)))
        .compose(read -> db.tx(caller.organisation(), tx -> post(tx, caller, id, read)));
  }

  /**
   * Corrects one. What the message leaves out stays as it was.
   *
   * @param tags of the versions that it may be; empty: whichever it is
   * @return fails with {@link Failure.NotFound} where there is none, or no longer, with {@link
   *     Failure.Stale} where it is another version
   */
  Future<KeptTimecard> put(
      Caller caller, UUID id, TimecardForm form, Buffer body, Optional<Set<String>> tags) {
    return work(() -> form.read(body))
        .compose(
            card ->
                db.tx(
                    caller.organisation(),
                    tx -> existing(tx, id, tags).compose(old -> put(tx, caller, id, card, old))));
  }

  /** The sender's own, as it is now; fails with {@link Failure.NotFound} where there is none. */
  Future<KeptTimecard> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> existing(tx, id, Optional.empty()))
        .compose(version -> opened(caller.organisation(), id, version));
  }

  /** Takes one back: what it stated stands no longer. Once more changes nothing. */
  Future<Void> delete(Caller caller, UUID id, Optional<Set<String>> tags) {
    return db.tx(
        caller.organisation(),
        tx ->
            timecards
                .newest(tx, id)
                .map(newest -> newest.orElseThrow(Failure.NotFound::new))
                .compose(
                    newest ->
                        newest.card().isEmpty()
                            ? Future.succeededFuture()
                            : withdraw(tx, caller, id, requireTag(newest, tags))));
  }

  private Future<KeptTimecard> post(Tx tx, Caller caller, UUID id, Read read) {
    return timecards
        .newest(tx, id)
        .compose(
            newest ->
                newest.filter(it -> it.card().isPresent()).isPresent()
                    ? same(tx, id, read, newest.get())
                    : state(tx, caller, id, read, newest));
  }

  private Future<KeptTimecard> same(Tx tx, UUID id, Read read, Version newest) {
    return opened(tx.tenant(), id, newest)
        .compose(
            kept ->
                work(() -> kept.card().saysAs(read.card()))
                    .compose(
                        same ->
                            same ? Future.succeededFuture(kept) : Future.failedFuture(another())));
  }

  private Future<KeptTimecard> state(
      Tx tx, Caller caller, UUID id, Read read, Optional<Version> newest) {
    int number = newest.map(Version::number).orElse(0) + 1;
    return intake
        .take(tx, caller, read.sent())
        .compose(
            taken -> {
              var statement = taken.statement().id();
              var version = new Version(number, statement, Optional.of(read.sealed()));
              return timecards
                  .add(tx, id, version)
                  .compose(
                      added -> {
                        if (added) {
                          var kept = new KeptTimecard(read.card(), number, statement, true);
                          return Future.succeededFuture(kept);
                        }
                        // Somebody else sent one meanwhile: perhaps the same.
                        return taken.fresh()
                            ? Future.failedFuture(another())
                            : post(tx, caller, id, read);
                      });
            });
  }

  private Future<KeptTimecard> put(Tx tx, Caller caller, UUID id, Timecard card, Version old) {
    return opened(tx.tenant(), id, old)
        .compose(
            kept ->
                work(() -> corrected(caller, id, card.over(kept.card()), kept))
                    .compose(
                        read ->
                            read.isEmpty()
                                ? Future.succeededFuture(kept)
                                : replace(tx, caller, id, read.get(), old)));
  }

  private Future<KeptTimecard> replace(Tx tx, Caller caller, UUID id, Read read, Version old) {
    int number = old.number() + 1;
    var stated =
        read.sent().replaces().isPresent()
            ? intake.take(tx, caller, read.sent()).map(taken -> taken.statement().id())
            : Future.succeededFuture(old.statement());
    return stated.compose(
        statement ->
            timecards
                .add(tx, id, new Version(number, statement, Optional.of(read.sealed())))
                .map(
                    added ->
                        requireAdded(
                            added, new KeptTimecard(read.card(), number, statement, true))));
  }

  private Future<Void> withdraw(Tx tx, Caller caller, UUID id, Version old) {
    return opened(tx.tenant(), id, old)
        .compose(kept -> work(kept::withdrawn))
        .compose(sent -> intake.take(tx, caller, sent))
        .compose(
            taken ->
                timecards.add(
                    tx,
                    id,
                    new Version(old.number() + 1, taken.statement().id(), Optional.empty())))
        .map(added -> requireAdded(added, old))
        .mapEmpty();
  }

  private Future<Version> existing(Tx tx, UUID id, Optional<Set<String>> tags) {
    return timecards
        .newest(tx, id)
        .map(newest -> newest.filter(it -> it.card().isPresent()))
        .map(there -> requireTag(there.orElseThrow(Failure.NotFound::new), tags));
  }

  private Future<KeptTimecard> opened(UUID tenant, UUID id, Version version) {
    return work(
        () -> {
          var json = vault.forTenant(tenant).openFile(id, version.card().orElseThrow());
          var card = Timecard.kept(Buffer.buffer(json));
          return new KeptTimecard(card, version.number(), version.statement(), false);
        });
  }

  private Read read(Caller caller, UUID id, Timecard card) {
    return read(caller, id, card, Sent.of(card.stated(false).draft(), Channel.SETU_2));
  }

  private Read read(Caller caller, UUID id, Timecard card, Sent sent) {
    schemas.require(card.xml());
    var json = card.json().getBytes();
    return new Read(card, vault.forTenant(caller.organisation()).sealFile(id, json), sent);
  }

  /** A card over one that is kept; empty: it says the same. */
  private Optional<Read> corrected(Caller caller, UUID id, Timecard card, KeptTimecard kept) {
    return card.saysAs(kept.card())
        ? Optional.empty()
        : Optional.of(read(caller, id, card, kept.corrected(card)));
  }

  private static Version requireTag(Version version, Optional<Set<String>> tags) {
    KeptTimecard.requireTag(version.number(), tags);
    return version;
  }

  private static <T> T requireAdded(boolean added, T made) {
    if (!added) {
      throw new Failure.Stale();
    }
    return made;
  }

  private static Failure another() {
    return new Failure.Conflict(
        "TIMECARD_EXISTS", "Another time card has this id: correct that one, or take another id.");
  }

  private <T> Future<T> work(Callable<T> task) {
    return workers.executeBlocking(task, false);
  }
}
