package nl.banenschakel.statement.confirmation;

import io.vertx.core.Future;
import java.util.Set;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.statement.confirmation.act.AnswerDraft;
import nl.banenschakel.statement.confirmation.act.Answers;

/** What both say of stated hours, over HTTP. */
final class ConfirmationRoutes {
  private static final String ONE = "/v1/statements/:id/confirmations";
  private static final Set<Role> ANSWER = Set.of(Role.HR, Role.FINANCE, Role.LENDER, Role.SUPPLIER);
  private static final Set<Role> READ =
      Set.of(Role.HR, Role.PAYROLL, Role.LENDER, Role.SUPPLIER, Role.FINANCE, Role.REVIEWER);

  private final ConfirmationService confirmations;

  ConfirmationRoutes(ConfirmationService confirmations) {
    this.confirmations = confirmations;
  }

  void mount(Endpoints http) {
    http.get("listConfirmations", "/v1/confirmations", READ, Reads.NO_PERSONS, this::list);
    http.get("getConfirmations", ONE, READ, Reads.LENDING, this::get);
    http.post("confirmStatement", ONE, ANSWER, Reads.LENDING, this::answer);
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var waits = parameters.query("waitsFor", Waiting.For::parse).optional();
    var paging = parameters.build(named);
    return confirmations
        .list(call.caller(), waits.get(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Waiting::statement, ConfirmationJson::of)));
  }

  private Future<Reply> get(Call call) {
    return confirmations.find(call.caller(), call.pathId("id")).map(this::reply);
  }

  private Future<Reply> answer(Call call) {
    var id = call.pathId("id");
    return call.json(AnswerDraft::parse)
        .compose(draft -> confirmations.answer(call.caller(), id, draft))
        .map(this::reply);
  }

  /** How many it tells of, and not who. */
  private Reply reply(Answers answers) {
    long people = answers.answerable().stream().map(Answers.Line::pseudonym).distinct().count();
    return Reply.ok(ConfirmationJson.of(answers, confirmations.verify(answers)))
        .about(People.of((int) people));
  }
}
