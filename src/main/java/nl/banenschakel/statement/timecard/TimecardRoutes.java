package nl.banenschakel.statement.timecard;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.Set;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/**
 * Time cards of SETU 2.0 over HTTP (purchase-to-pay.openapi.yml). In a body there is nothing but
 * the standard's; what we add is in headers.
 */
final class TimecardRoutes {
  private static final String ONE = "/v1/purchase-to-pay/timecard/:id";
  private static final Set<Role> SEND = Set.of(Role.LENDER, Role.SUPPLIER);
  private static final Set<String> FORMS = Set.copyOf(TimecardForm.JSON.first());

  /** A card is of one person, and says who. */
  private static final People ONE_PERSON = People.of(1);

  private static final int REPEATED = 200;

  private final TimecardService timecards;
  private final WorkerExecutor workers;

  TimecardRoutes(TimecardService timecards, WorkerExecutor workers) {
    this.timecards = timecards;
    this.workers = workers;
  }

  void mount(Endpoints http) {
    http.upload("postTimecard", ONE, SEND, Reads.LENDING, FORMS, this::post);
    http.put("putTimecard", ONE, SEND, Reads.LENDING, FORMS, this::put);
    http.get("getTimecard", ONE, SEND, Reads.LENDING, this::get);
    http.delete("deleteTimecard", ONE, SEND, Reads.NO_PERSONS, this::delete);
  }

  private Future<Reply> post(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var version = parameters.header("setuVersionId", TimecardRoutes::version).required();
    var unused = parameters.build(version);
    var form = TimecardForm.of(call.contentType());
    var answer = chosen(call, form);
    return call.message()
        .compose(body -> timecards.post(call.caller(), id, form, body))
        .compose(kept -> reply(kept, answer).map(reply -> made(call, kept, reply)));
  }

  private Future<Reply> put(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var version = parameters.header("setuVersionId", TimecardRoutes::version).required();
    var named = parameters.ifMatchWhereThere();
    var unused = parameters.build(version);
    var tags = named.get();
    var form = TimecardForm.of(call.contentType());
    var answer = chosen(call, form);
    return call.message()
        .compose(body -> timecards.put(call.caller(), id, form, body, tags))
        .compose(kept -> reply(kept, answer));
  }

  private Future<Reply> get(Call call) {
    var answer = chosen(call, TimecardForm.JSON);
    return timecards.find(call.caller(), call.pathId("id")).compose(kept -> reply(kept, answer));
  }

  private Future<Reply> delete(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var tags = parameters.ifMatchWhereThere();
    return timecards.delete(call.caller(), id, parameters.build(tags)).map(gone -> Reply.none());
  }

  private static TimecardForm chosen(Call call, TimecardForm first) {
    return TimecardForm.of(call.choose(first.first()));
  }

  private Future<Reply> reply(KeptTimecard kept, TimecardForm form) {
    return workers
        .executeBlocking(() -> form.write(kept.card()), false)
        .map(body -> reply(kept, form, body));
  }

  private static Reply reply(KeptTimecard kept, TimecardForm form, Buffer body) {
    return Reply.bytes(form.mediaType(), body)
        .with("ETag", kept.tag())
        .with("Link", "</v1/statements/%s>; rel=\"related\"".formatted(kept.statement()))
        .about(ONE_PERSON);
  }

  private static Reply made(Call call, KeptTimecard kept, Reply reply) {
    var address = ONE.replace(":id", call.pathId("id").toString());
    return reply.withStatus(kept.fresh() ? 201 : REPEATED).with("Location", address);
  }

  private static String version(String text) {
    if (!text.strip().equals("2.0")) {
      throw new Malformed("SETU_VERSION_UNSUPPORTED", "Expected 2.0: that version is read here.");
    }
    return text;
  }
}
