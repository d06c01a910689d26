package nl.banenschakel.register.check;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import org.jspecify.annotations.Nullable;

/** Ask and forget over HTTP. The audit's line says that one person was asked about, and not who. */
final class CheckRoutes {
  private final CheckService checks;

  CheckRoutes(CheckService checks) {
    this.checks = checks;
  }

  void mount(Endpoints http) {
    http.post("checkRegister", "/v1/register-checks", Set.of(Role.HR), Reads.REGISTER, this::check);
  }

  private Future<Reply> check(Call call) {
    return call.json(CheckDraft::parse)
        .compose(draft -> checks.check(call.caller(), draft))
        .map(check -> Reply.ok(json(check)).about(People.of(1)));
  }

  private JsonObject json(Check check) {
    return new JsonObject()
        .put("registered", check.isRegistered())
        .put("answeredBy", check.evidence().isPresent() ? "evidence" : "connector")
        .put("peildatum", check.peildatum().toString())
        .put("ageDays", checks.age(check))
        .put("updatedTo", text(check.updatedTo()))
        .put("from", text(check.from()))
        .put("until", text(check.until()))
        .put("evidence", check.evidence().orElse(null))
        .put("legalBasis", Reads.Basis.WFSV_38D_7.name());
  }

  private static @Nullable String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }
}
