package nl.banenschakel.platform.intake.column;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.stream.Inflow;
import nl.banenschakel.platform.stream.Room;
import nl.banenschakel.platform.stream.table.TableFile;

/** Mappings that are kept for the sources of each kind of file, and looks at such files. */
final class ColumnMappingService {
  /** Files that are looked at in this process: the next one is answered 503. */
  static final int PREVIEWS_MAX = 4;

  private static final Room PREVIEWS =
      new Room(PREVIEWS_MAX, "Many files are being looked at at this moment: try again shortly.");

  private final Db db;
  private final WorkerExecutor workers;
  private final ColumnMappingRepository mappings = new ColumnMappingRepository();

  ColumnMappingService(Db db, WorkerExecutor workers) {
    this.db = db;
    this.workers = workers;
  }

  /** The mapping by which deliveries of a source are read, where there is one. */
  Future<Optional<SavedMapping>> latest(Tx tx, String kind, String source) {
    return mappings.latest(tx, kind, source);
  }

  /** The same, for who asks for it by name. */
  Future<SavedMapping> find(Caller caller, String kind, String source) {
    return db.tx(caller.organisation(), tx -> latest(tx, kind, source))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** Looks at the first rows of a file, and stores nothing. */
  <C> Future<TablePreview.Seen> look(
      ColumnKind<C> kind, TableFile table, TablePreview.Read read, ReadStream<Buffer> body) {
    var preview = new TablePreview<>(kind, table, read);
    return PREVIEWS
        .admit(
            () ->
                table.admitted(
                    () ->
                        new Inflow<Void>(workers, body, preview, none -> Future.succeededFuture())
                            .run()))
        .map(done -> requireHeads(preview.seen()));
  }

  /**
   * By what a file of a source is read: the ready-made mapping that is asked for, else the one that
   * is kept for the source, else names alone.
   */
  Future<TablePreview.Read> reading(
      Caller caller, String kind, String source, Optional<ReadyMadeMapping> ready) {
    return ready
        .map(TablePreview.Read::by)
        .map(Future::succeededFuture)
        .orElseGet(
            () ->
                db.tx(caller.organisation(), tx -> latest(tx, kind, source))
                    .map(
                        saved -> saved.map(TablePreview.Read::by).orElse(TablePreview.Read.NAMES)));
  }

  /** The latest of every source, by source. */
  Future<List<SavedMapping>> list(Caller caller, String kind) {
    return db.tx(caller.organisation(), tx -> mappings.list(tx, kind));
  }

  /**
   * Saves a mapping, in the place of the one that the caller has seen.
   *
   * @param tags the version that the caller has seen is among them, or {@code *} for any; none for
   *     a source that has no mapping yet
   */
  Future<SavedMapping> save(
      Caller caller,
      String kind,
      String source,
      Optional<Set<String>> tags,
      ColumnMappingDraft draft) {
    return db.tx(
        caller.organisation(),
        tx ->
            mappings
                .lock(tx, kind, source)
                .compose(locked -> latest(tx, kind, source))
                .map(known -> requireSeen(known, tags))
                .compose(
                    version -> mappings.add(tx, kind, source, version, draft, caller.subject()))
                .compose(added -> latest(tx, kind, source))
                .map(Optional::orElseThrow));
  }

  /** Where not even a row of heads was read there is nothing to see. */
  private static TablePreview.Seen requireHeads(TablePreview.Seen seen) {
    if (seen.columns().isEmpty()) {
      throw new Failure.Invalid(seen.mistakes(), seen.mistakesTotal());
    }
    return seen;
  }

  /** The version that comes next. */
  private static int requireSeen(Optional<SavedMapping> known, Optional<Set<String>> tags) {
    if (known.isPresent() && tags.isEmpty()) {
      throw new Failure.PreconditionRequired();
    }
    boolean isSeen =
        tags.isEmpty()
            || known
                .filter(it -> tags.get().contains("*") || tags.get().contains(it.tag()))
                .isPresent();
    if (!isSeen) {
      throw new Failure.Stale();
    }
    return known.map(SavedMapping::version).orElse(0) + 1;
  }
}
