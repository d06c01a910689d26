package nl.banenschakel.employment.column;

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
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;

/** Mappings that are kept for sources. */
public final class ColumnMappingService {
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
  public Future<Optional<SavedMapping>> latest(Tx tx, String source) {
    return mappings.latest(tx, source);
  }

  /** The same, for who asks for it by name. */
  Future<SavedMapping> find(Caller caller, String source) {
    return db.tx(caller.organisation(), tx -> latest(tx, source))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** Looks at the first rows of a file, and stores nothing. */
  Future<ContractPreview.Seen> look(
      TableFile table, ContractPreview.Read read, ReadStream<Buffer> body) {
    var preview = new ContractPreview(table, read.mapping());
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
  Future<ContractPreview.Read> reading(
      Caller caller, String source, Optional<ReadyMadeMapping> ready) {
    if (ready.isPresent()) {
      return Future.succeededFuture(
          new ContractPreview.Read(
              ContractPreview.Origin.READY_MADE,
              ready.map(ReadyMadeMapping::name),
              ready.get().draft().mapping()));
    }
    return db.tx(caller.organisation(), tx -> latest(tx, source))
        .map(
            found ->
                found
                    .map(
                        saved ->
                            new ContractPreview.Read(
                                ContractPreview.Origin.SAVED, Optional.of(source), saved.mapping()))
                    .orElse(
                        new ContractPreview.Read(
                            ContractPreview.Origin.NAMES, Optional.empty(), ColumnMapping.NONE)));
  }

  /** The latest of every source, by source. */
  Future<List<SavedMapping>> list(Caller caller) {
    return db.tx(caller.organisation(), mappings::list);
  }

  /**
   * Saves a mapping, in the place of the one that the caller has seen.
   *
   * @param tags the version that the caller has seen is among them, or {@code *} for any; none for
   *     a source that has no mapping yet
   */
  Future<SavedMapping> save(
      Caller caller, String source, Optional<Set<String>> tags, ColumnMappingDraft draft) {
    return db.tx(
        caller.organisation(),
        tx ->
            mappings
                .lock(tx, source)
                .compose(locked -> latest(tx, source))
                .map(known -> requireSeen(known, tags))
                .compose(version -> mappings.add(tx, source, version, draft, caller.subject()))
                .compose(added -> latest(tx, source))
                .map(Optional::orElseThrow));
  }

  /** Where not even a row of heads was read there is nothing to see. */
  private static ContractPreview.Seen requireHeads(ContractPreview.Seen seen) {
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
