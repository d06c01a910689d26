package nl.banenschakel.platform.intake.mistake;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.kernel.Grondslag;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.mistake.FileCopy.Packed;
import nl.banenschakel.platform.intake.mistake.KeptFileRepository.Kept;
import nl.banenschakel.platform.intake.mistake.KeptFileRepository.Stored;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.Room;
import nl.banenschakel.platform.stream.xlsx.WorkbookFeed;
import nl.banenschakel.platform.vault.Vault;

/**
 * Tables that were refused, for who corrects them: sealed for their tenant, since they may hold
 * BSNs. They are opened for nothing but the workbook that gives their rows back.
 */
public final class KeptFiles {
  /** Workbooks that are made at the same moment in this process. */
  public static final int MADE_AT_ONCE_MAX = 1;

  /** Codes of files that hold a BSN where there may be none. */
  private static final Set<String> HELD_BSN = Set.of("BSN_COLUMN", "TEXT_HOLDS_BSN");

  private static final Room MAKING =
      new Room(
          MADE_AT_ONCE_MAX, "Many workbooks are being made at this moment: try again shortly.");

  private final Db db;
  private final Vault vault;
  private final WorkerExecutor workers;
  private final KeptFileRepository files = new KeptFileRepository();

  /** The workers pack, seal and open. */
  public KeptFiles(Db db, Vault vault, WorkerExecutor workers) {
    this.db = db;
    this.vault = vault;
    this.workers = workers;
  }

  /**
   * Keeps the file of a delivery with the refusal, in its transaction: whoever finds it refused
   * finds its rows, and never those of another file to the same address. One that tells why people
   * are registered is not kept: that may not be taken in; nor is one that holds a BSN where it may
   * not, nor a workbook that cannot be read, which may be an attack.
   *
   * @param mistakes those that are told
   * @param read all that were met while it was read
   */
  public Future<Void> keep(
      Tx tx, UUID upload, FileCopy copy, List<Violation> mistakes, Mistakes read) {
    if (read.has(Grondslag.REFUSED)) {
      copy.drop(FileCopy.Lack.GROUND);
    }
    if (HELD_BSN.stream().anyMatch(read::has)) {
      copy.drop(FileCopy.Lack.BSN);
    }
    if (mistakes.stream().anyMatch(mistake -> mistake.at().equals(WorkbookFeed.PLACE))) {
      copy.drop(FileCopy.Lack.NO_TABLE);
    }
    return workers
        .executeBlocking(() -> copy.finish().map(file -> stored(tx.tenant(), upload, file)), false)
        .compose(
            kept ->
                kept.map(file -> files.keep(tx, upload, file))
                    .orElseGet(() -> files.keepNone(tx, upload, copy.lack())));
  }

  /**
   * The workbook of a refused upload.
   *
   * @throws Failure.Unavailable through the future when {@value #MADE_AT_ONCE_MAX} others are being
   *     made
   */
  public Future<Buffer> workbook(UUID tenant, UUID upload, MistakesWorkbook.Told told) {
    return db.tx(tenant, tx -> files.find(tx, upload))
        .map(found -> found.orElseThrow(Failure.NotFound::new))
        .compose(kept -> MAKING.admit(() -> made(tenant, upload, kept, told)));
  }

  /** Takes away what was kept for so many days; gives how many. */
  public static Future<Integer> remove(Tx tx, int days) {
    return new KeptFileRepository().remove(tx, days);
  }

  private Future<Buffer> made(UUID tenant, UUID upload, Kept kept, MistakesWorkbook.Told told) {
    if (kept.stored().isEmpty()) {
      return workers.executeBlocking(() -> MistakesWorkbook.without(kept.lack(), told), false);
    }
    var stored = kept.stored().get();
    return stored
        .table()
        .admitted(
            () ->
                workers.executeBlocking(
                    () -> {
                      var bytes = vault.forTenant(tenant).openFile(upload, stored.file());
                      return MistakesWorkbook.of(new Packed(stored.table(), bytes), told);
                    },
                    false));
  }

  private Stored stored(UUID tenant, UUID upload, Packed file) {
    return new Stored(file.table(), vault.forTenant(tenant).sealFile(upload, file.bytes()));
  }
}
