package nl.banenschakel.platform.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.StatementFailed;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.mistake.KeptFiles;
import nl.banenschakel.platform.intake.mistake.MistakesWorkbook;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.vault.Vault;

/** Uploads as things with an address: before their bytes come, while they come, and afterwards. */
public final class UploadService {
  /** Who may know what came of a delivery. */
  public static final Set<Role> READERS =
      Set.of(Role.HR, Role.PAYROLL, Role.LENDER, Role.SUPPLIER, Role.FINANCE, Role.REVIEWER);

  private final Db db;
  private final Intakes intakes;
  private final Jobs jobs;
  private final KeptFiles keptFiles;
  private final UploadRepository uploads = new UploadRepository();

  /** A refused file with its mistakes, and what of people its rows tell. */
  public record Workbook(Buffer bytes, Reads reads) {}

  /** Over the slices that take files. */
  public UploadService(Db db, Intakes intakes, Jobs jobs, Vault vault, WorkerExecutor workers) {
    this.db = db;
    this.keptFiles = new KeptFiles(db, vault, workers);
    this.intakes = intakes;
    this.jobs = jobs;
  }

  /** One delivery of the caller's organisation. */
  public Future<Upload> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> found(tx, id));
  }

  /** Deliveries, newest first, from the one after a given one; without their mistakes. */
  public Future<List<Upload>> list(
      Caller caller, Optional<Upload.State> state, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> uploads.list(tx, state, after, limit));
  }

  /** Whether somebody may deliver this sort of file, and so call it off and get its rows. */
  public boolean mayDeliver(Caller caller, Upload upload) {
    return intakes.of(upload.kind()).filter(intake -> mayDeliver(caller, intake)).isPresent();
  }

  /** The media types that an address may be sent. */
  Set<String> mediaTypes() {
    return intakes.mediaTypes();
  }

  /** Gives an address to a file that is going to be sent. */
  Future<Upload> announce(Caller caller, Fields in) {
    var draft = UploadDraft.parse(in, intakes);
    requireRole(caller, draft.intake());
    var id = UuidCreator.getTimeOrderedEpoch();
    return db.tx(
        caller.organisation(),
        tx ->
            intakes
                .admit(tx, draft)
                .compose(own -> uploads.announce(tx, id, draft, caller.subject(), in.sent()))
                .compose(announced -> UploadClearingJob.schedule(jobs, tx))
                .compose(scheduled -> found(tx, id)));
  }

  /**
   * Takes the bytes that come to an address. What was refused or failed may be sent again; so may
   * what broke off, from its beginning.
   */
  Future<Upload> receive(UUID id, String mediaType, Incoming file) {
    var caller = file.caller();
    var tenant = caller.organisation();
    return db.tx(tenant, tx -> uploads.announced(tx, id))
        .map(announced -> announced.orElseThrow(Failure.NotFound::new))
        .map(announced -> draft(caller, announced.sent(), mediaType))
        .compose(
            draft ->
                // Where an earlier end was lost its rows are there still.
                db.tx(
                        tenant,
                        tx ->
                            claim(tx, caller, id, file.bytes())
                                .compose(claimed -> draft.intake().purge(tx, id)))
                    .map(claimed -> draft))
        .compose(
            draft ->
                Future.succeededFuture()
                    .compose(begun -> draft.taking().take(file.at(id, draft.mode()), mediaType))
                    .recover(cause -> over(tenant, id, cause)));
  }

  /**
   * A refused file with its mistakes beside its rows, as XLSX: for who may deliver it, since the
   * rows may hold BSNs.
   *
   * @param language of its sentences: Dutch unless it is {@code en}
   */
  public Future<Workbook> workbook(Caller caller, UUID id, String language) {
    return find(caller, id)
        .map(found -> requireRole(caller, found))
        .compose(
            it ->
                it.state() == Upload.State.REFUSED
                    ? keptFiles
                        .workbook(caller.organisation(), id, told(it, language))
                        .map(bytes -> new Workbook(bytes, reads(it)))
                    : Future.failedFuture(new Failure.NotFound()));
  }

  private Reads reads(Upload upload) {
    return intakes.of(upload.kind()).orElseThrow().reads();
  }

  /**
   * Calls a delivery off, whichever gateway receives it; one that is called off already stays so.
   */
  public Future<Upload> cancel(Caller caller, UUID id) {
    return db.tx(
            caller.organisation(),
            tx ->
                found(tx, id)
                    .map(upload -> requireRole(caller, upload))
                    .compose(upload -> cancel(tx, upload)))
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof StatementFailed refused && refused.isLockedOut()
                        ? tooLate("It takes effect at this moment")
                        : cause));
  }

  private UploadDraft draft(Caller caller, JsonObject sent, String mediaType) {
    var draft = UploadDraft.parse(Fields.of(sent), intakes);
    requireRole(caller, draft.intake());
    var taken = draft.intake().mediaTypes();
    if (!taken.contains(mediaType)) {
      throw new Failure.Unsupported(String.join(", ", new TreeSet<>(taken)));
    }
    return draft;
  }

  private Future<Void> claim(Tx tx, Caller caller, UUID id, Optional<Long> bytes) {
    return uploads
        .claim(tx, id, caller.subject(), bytes)
        .compose(
            claimed ->
                claimed
                    ? UploadClearingJob.schedule(jobs, tx)
                    : Future.failedFuture(
                        new Failure.Conflict(
                            "UPLOAD_NOT_WAITING",
                            "This upload does not wait for bytes: read its state, or ask for a"
                                + " new address.")));
  }

  /** A failure of the file is its end; anything else is not: its bytes may come again. */
  private Future<Upload> over(UUID tenant, UUID id, Throwable cause) {
    if (cause instanceof Failure.Invalid refused && refused.upload().isPresent()) {
      // Told already, and its address is open again: what stands there may be the next sender's.
      return Future.failedFuture(cause);
    }
    return db.tx(tenant, tx -> mark(tx, id, cause).compose(done -> uploads.endReceiving(tx, id)))
        .transform(marked -> Future.failedFuture(cause));
  }

  private Future<Void> mark(Tx tx, UUID id, Throwable cause) {
    if (cause instanceof Failure.Invalid invalid) {
      return uploads.refuse(tx, id, invalid.violations(), invalid.total());
    }
    return cause instanceof Failure failure && !(failure instanceof Failure.Unavailable)
        ? uploads.fail(tx, id, failure)
        : uploads.reopen(tx, id);
  }

  private Future<Upload> cancel(Tx tx, Upload upload) {
    if (upload.state() == Upload.State.CANCELLED) {
      return Future.succeededFuture(upload);
    }
    return uploads
        .waitBriefly(tx)
        .compose(brief -> uploads.endReceiving(tx, upload.id()))
        .compose(ended -> uploads.cancel(tx, upload.id()))
        .compose(
            cancelled ->
                cancelled
                    // a sender may have come between the two
                    ? intakes
                        .purge(tx, upload.kind(), upload.id())
                        .compose(purged -> uploads.endReceiving(tx, upload.id()))
                    : Future.failedFuture(tooLate("It has ended already")))
        .compose(purged -> found(tx, upload.id()));
  }

  private Future<Upload> found(Tx tx, UUID id) {
    return uploads.find(tx, id).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  private static Failure tooLate(String why) {
    return new Failure.Conflict("UPLOAD_ENDED", why + ": there is nothing to call off.");
  }

  private MistakesWorkbook.Told told(Upload upload, String language) {
    return new MistakesWorkbook.Told(
        upload.mistakes(),
        upload.mistakesTotal(),
        row -> intakes.of(upload.kind()).map(intake -> intake.heads(row)).orElse(List.of()),
        language);
  }

  private Upload requireRole(Caller caller, Upload upload) {
    return intakes
        .of(upload.kind())
        .filter(intake -> mayDeliver(caller, intake))
        .map(intake -> upload)
        .orElseThrow(UploadService::roleMissing);
  }

  private static void requireRole(Caller caller, Intake intake) {
    if (!mayDeliver(caller, intake)) {
      throw roleMissing();
    }
  }

  private static boolean mayDeliver(Caller caller, Intake intake) {
    return intake.roles().stream().anyMatch(caller.roles()::contains);
  }

  private static Failure roleMissing() {
    return new Failure.Refused("ROLE_MISSING", "This token has no role that may do this.");
  }
}
