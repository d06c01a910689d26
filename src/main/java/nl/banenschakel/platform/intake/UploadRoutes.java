package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Deliveries over HTTP. */
public final class UploadRoutes {
  private static final String PATH = "/v1/uploads";
  private static final String ONE = PATH + "/:id";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> LANGUAGES = List.of("nl", "en");
  private static final Set<Role> DELIVER =
      Set.of(Role.HR, Role.PAYROLL, Role.LENDER, Role.SUPPLIER);

  private final UploadService uploads;

  /** In front of a service. */
  public UploadRoutes(UploadService uploads) {
    this.uploads = uploads;
  }

  /** Names the operations. */
  public void mount(Endpoints http) {
    http.post("announceUpload", PATH, DELIVER, Reads.NO_PERSONS, this::announce);
    http.get("listUploads", PATH, UploadService.READERS, Reads.NO_PERSONS, this::list);
    http.get("getUpload", ONE, UploadService.READERS, Reads.NO_PERSONS, this::get);
    http.delete("cancelUpload", ONE, DELIVER, Reads.NO_PERSONS, this::cancel);
    http.get("getUploadErrors", ONE + "/errors.xlsx", DELIVER, Reads.DELIVERED, this::errors);
    http.put(
        "putUploadContent",
        ONE + "/content",
        DELIVER,
        Reads.NO_PERSONS,
        uploads.mediaTypes(),
        this::receive);
  }

  /** The answer with a workbook of mistakes. */
  public static Reply workbook(UploadService.Workbook workbook) {
    return Reply.bytes(XLSX, workbook.bytes())
        .about(People.UNKNOWN.as(workbook.reads()))
        .with("Content-Disposition", "attachment; filename=\"errors.xlsx\"");
  }

  /** The answer to a delivery: what came of it, and where to read that again after a real one. */
  public static Reply answer(Mode mode, Upload upload) {
    return mode == Mode.TRIAL ? Reply.ok(UploadJson.ofTrial(upload)) : created(upload);
  }

  private static Reply created(Upload upload) {
    return Reply.created(upload.address(), UploadJson.of(upload));
  }

  private Future<Reply> announce(Call call) {
    return call.json(in -> uploads.announce(call.caller(), in))
        .compose(announced -> announced)
        .map(UploadRoutes::created);
  }

  private Future<Reply> receive(Call call) {
    return uploads
        .receive(call.pathId("id"), call.contentType(), Incoming.of(call, Mode.REAL))
        .map(taken -> Reply.ok(UploadJson.of(taken)));
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var state = parameters.query("state", UploadRoutes::state).optional();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return uploads
        .list(call.caller(), state.get(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Upload::id, UploadJson::summary)));
  }

  private Future<Reply> get(Call call) {
    return uploads
        .find(call.caller(), call.pathId("id"))
        .map(found -> Reply.ok(UploadJson.of(found)));
  }

  private Future<Reply> errors(Call call) {
    return uploads
        .workbook(call.caller(), call.pathId("id"), call.language(LANGUAGES))
        .map(UploadRoutes::workbook);
  }

  private Future<Reply> cancel(Call call) {
    return uploads
        .cancel(call.caller(), call.pathId("id"))
        .map(cancelled -> Reply.ok(UploadJson.of(cancelled)));
  }

  private static Upload.State state(String text) {
    return Stream.of(Upload.State.values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    "UPLOAD_STATE_UNKNOWN",
                    "Expected one of: "
                        + String.join(
                            ", ", Stream.of(Upload.State.values()).map(Enum::name).toList())
                        + "."));
  }
}
