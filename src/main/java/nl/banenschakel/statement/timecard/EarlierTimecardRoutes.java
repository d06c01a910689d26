package nl.banenschakel.statement.timecard;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.statement.StatementIntake;
import nl.banenschakel.statement.StatementJson;
import nl.banenschakel.statement.StatementService;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.setu.EarlierTimecard;

/**
 * Time cards of SETU 1.4 and 1.3 over HTTP (SETU_OAS_SupplierParty_v1.x.yaml). The binding says
 * nothing of bodies of answers: the receipt is one, and failures are as everywhere here.
 */
final class EarlierTimecardRoutes {
  private static final String PATH = "/v1/timecard";
  private static final Set<Role> SEND = Set.of(Role.LENDER, Role.SUPPLIER);
  private static final Set<String> XML = Set.of("application/xml");
  private static final int DONE = 200;

  private final StatementIntake intake;
  private final StatementService statements;
  private final WorkerExecutor workers;
  private final TimecardSchemas schemas;

  EarlierTimecardRoutes(
      StatementIntake intake,
      StatementService statements,
      WorkerExecutor workers,
      TimecardSchemas schemas) {
    this.intake = intake;
    this.statements = statements;
    this.workers = workers;
    this.schemas = schemas;
  }

  void mount(Endpoints http) {
    http.upload("postEarlierTimecard", PATH, SEND, Reads.NO_PERSONS, XML, this::post);
    http.put("putEarlierTimecard", PATH + "/:timecardId", SEND, Reads.NO_PERSONS, XML, this::put);
  }

  private Future<Reply> post(Call call) {
    return sent(call).compose(sent -> intake.take(call.caller(), sent)).map(this::receipt);
  }

  private Future<Reply> put(Call call) {
    var named = call.pathText("timecardId", EarlierTimecardRoutes::name);
    return sent(call)
        .map(sent -> requireNamed(named, sent).correcting())
        .compose(sent -> intake.correct(call.caller(), sent))
        .map(taken -> receipt(taken).withStatus(DONE));
  }

  private Future<Sent> sent(Call call) {
    var parameters = call.parameters();
    var version = parameters.header("messageVersion", EarlierTimecard::version).required();
    var unused = parameters.build(version);
    return call.message().compose(body -> workers.executeBlocking(() -> read(body), false));
  }

  private Sent read(Buffer body) {
    var draft = EarlierTimecard.read(body).draft();
    schemas.requireEarlier(body);
    return Sent.of(draft, Channel.SETU_1);
  }

  private Reply receipt(StatementIntake.Taken taken) {
    return StatementJson.reply(taken, statements.keptUntil(taken.statement()));
  }

  private static Sent requireNamed(String named, Sent sent) {
    if (!sent.draft().document().value().equals(named)) {
      throw new Failure.Invalid(
          List.of(
              new Violation(
                  "Id/IdValue",
                  "DOCUMENT_DIFFERS",
                  "The time card has another id than the address: they are the same one.")));
    }
    return sent;
  }

  private static String name(String text) {
    if (text.length() > Reference.VALUE_MAX || Bsn.occursIn(text)) {
      throw new Malformed("TEXT_LENGTH", "Expected the id of a time card.");
    }
    return text;
  }
}
