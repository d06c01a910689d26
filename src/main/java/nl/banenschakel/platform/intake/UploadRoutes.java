package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/** Deliveries over HTTP. */
public final class UploadRoutes {
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private final Uploads uploads;

  /** In front of a service. */
  public UploadRoutes(Uploads uploads) {
    this.uploads = uploads;
  }

  /** Names the operation. */
  public void mount(Endpoints http) {
    http.get("getUpload", "/v1/uploads/:id", READ, Reads.NO_PERSONS, this::get);
  }

  /** The answer to a delivery: what came of it, and where to read that again after a real one. */
  public static Reply answer(Mode mode, Upload upload) {
    return mode == Mode.TRIAL
        ? Reply.ok(UploadJson.ofTrial(upload))
        : Reply.created("/v1/uploads/" + upload.id(), UploadJson.of(upload));
  }

  private Future<Reply> get(Call call) {
    return uploads
        .find(call.caller(), call.pathId("id"))
        .map(found -> Reply.ok(UploadJson.of(found)));
  }
}
