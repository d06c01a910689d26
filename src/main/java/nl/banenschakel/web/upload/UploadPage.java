package nl.banenschakel.web.upload;

import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Parameters;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.UploadRoutes;
import nl.banenschakel.platform.intake.UploadService;
import nl.banenschakel.web.Html;
import nl.banenschakel.web.Readers;

/**
 * What came of the deliveries of the organisation of whoever is signed in, and how far one is. The
 * address of one stays the same, so that a closed tab can be opened again.
 */
public final class UploadPage {
  private static final String PATH = "/uploads";
  private static final String ONE = PATH + "/:id";
  private static final int LISTED_MAX = 50;

  private final UploadService uploads;
  private final Readers readers;
  private final Html html;

  /** Over the deliveries, for who may read of them. */
  public UploadPage(UploadService uploads, Readers readers, Html html) {
    this.uploads = uploads;
    this.readers = readers;
    this.html = html;
  }

  /** Adds the pages. */
  public void mount(Endpoints http) {
    http.open("showUploads", PATH, Reads.NO_PERSONS, this::list);
    http.open("showUpload", ONE, Reads.NO_PERSONS, this::show);
    http.open("downloadUploadErrors", ONE + "/errors.xlsx", Reads.DELIVERED, this::download);
    http.form("cancelShownUpload", ONE + "/cancel", Reads.NO_PERSONS, this::cancel);
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = words(parameters);
    var after = parameters.query("after", UUID::fromString).optional();
    var words = parameters.build(named);
    return welcome(
        call,
        caller ->
            uploads
                .list(caller, Optional.empty(), after.get(), LISTED_MAX + 1)
                .map(found -> page(found, words)));
  }

  private Reply page(List<Upload> found, UploadWords words) {
    var shown = found.stream().limit(LISTED_MAX).toList();
    var parameters = new HashMap<String, Object>(Map.of("uploads", shown, "words", words));
    if (found.size() > LISTED_MAX) {
      parameters.put("older", shown.get(LISTED_MAX - 1).id().toString());
    }
    return html.page("uploads.jte", parameters);
  }

  private Future<Reply> show(Call call) {
    var words = words(call);
    var id = call.pathId("id");
    return welcome(
        call,
        caller ->
            uploads
                .find(caller, id)
                .map(upload -> page(upload, words, uploads.mayDeliver(caller, upload))));
  }

  private Reply page(Upload upload, UploadWords words, boolean mayDeliver) {
    int refresh = UploadWords.refreshSeconds(upload, OffsetDateTime.now(ZoneOffset.UTC));
    return html.page(
        "upload.jte",
        Map.of("upload", upload, "words", words, "mayDeliver", mayDeliver, "refresh", refresh));
  }

  private Future<Reply> download(Call call) {
    var words = words(call);
    var id = call.pathId("id");
    return welcome(
        call, caller -> uploads.workbook(caller, id, words.language()).map(UploadRoutes::workbook));
  }

  /** What ended in the meantime is shown as it is. */
  private Future<Reply> cancel(Call call) {
    var words = words(call);
    var id = call.pathId("id");
    var shown = Reply.seeOther(PATH + "/" + id + words.query());
    return welcome(
        call,
        caller ->
            uploads
                .cancel(caller, id)
                .map(shown)
                .recover(
                    cause ->
                        cause instanceof Failure.Conflict
                            ? Future.succeededFuture(shown)
                            : Future.failedFuture(cause)));
  }

  private Future<Reply> welcome(Call call, Function<Caller, Future<Reply>> page) {
    return readers.read(call, UploadService.READERS, page);
  }

  private static UploadWords words(Call call) {
    var parameters = call.parameters();
    return parameters.build(words(parameters));
  }

  private static Supplier<UploadWords> words(Parameters parameters) {
    var language = parameters.query("lang", UploadWords::in).optional();
    return () -> language.get().orElse(UploadWords.DUTCH);
  }
}
