package nl.banenschakel.register.answer;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.register.EvidenceIntake;
import org.jspecify.annotations.Nullable;

/** Answers about one person over HTTP. */
final class AnswerRoutes {
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL);

  private final AnswerService answers;
  private final EvidenceIntake intake;

  AnswerRoutes(AnswerService answers, EvidenceIntake intake) {
    this.answers = answers;
    this.intake = intake;
  }

  void mount(Endpoints http) {
    var path = "/v1/register-answers";
    intake.mount(http, "addRegisterAnswers", path);
    http.get("listRegisterAnswers", path, READ, Reads.REGISTER, this::list);
    http.get("getRegisterAnswer", path + "/:id", READ, Reads.REGISTER, this::get);
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return answers
        .list(call.caller(), paging.after(), paging.fetch())
        .map(
            found ->
                Reply.ok(paging.page(found, Answer::id, AnswerRoutes::json))
                    .about(people(paging.given(found))));
  }

  private Future<Reply> get(Call call) {
    return answers
        .find(call.caller(), call.pathId("id"))
        .map(found -> Reply.ok(json(found)).about(people(List.of(found))));
  }

  private static People people(List<Answer> found) {
    return People.of(found.stream().map(Answer::person).toList());
  }

  private static JsonObject json(Answer answer) {
    var registration = answer.registration();
    return new JsonObject()
        .put("id", answer.id().toString())
        .put("loonheffingennummer", answer.number().text())
        .put("personId", answer.person().toString())
        .put("peildatum", answer.peildatum().toString())
        .put("answer", registration.text())
        .put("from", day(registration.from()))
        .put("until", day(registration.until()))
        .put("signedOutOn", day(registration.signedOutOn()))
        .put("updatedTo", day(answer.updatedTo()))
        .put("source", answer.source().text())
        .put("receivedAt", answer.receivedAt().toInstant().toString())
        .put("receivedBy", answer.receivedBy());
  }

  private static @Nullable String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }
}
