package nl.banenschakel.statement.own;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.StrictJson;
import nl.banenschakel.statement.StatementIntake;
import nl.banenschakel.statement.StatementJson;
import nl.banenschakel.statement.StatementService;

/** Statements in our own JSON over HTTP. */
final class OwnStatementRoutes {
  private static final String PATH = "/v1/statements";
  private static final Set<Role> SEND = Set.of(Role.LENDER, Role.SUPPLIER);

  private final StatementIntake intake;
  private final StatementService statements;
  private final WorkerExecutor workers;

  /**
   * Over what takes statements in.
   *
   * @param workers read them: of 5,000 lines an event loop is held up
   */
  OwnStatementRoutes(StatementIntake intake, StatementService statements, WorkerExecutor workers) {
    this.intake = intake;
    this.statements = statements;
    this.workers = workers;
  }

  void mount(Endpoints http) {
    http.post("postStatement", PATH, SEND, Reads.NO_PERSONS, this::post);
  }

  private Future<Reply> post(Call call) {
    return call.message()
        .compose(
            body ->
                workers.executeBlocking(
                    () -> OwnForm.parse(Fields.of(StrictJson.object(body))), false))
        .compose(sent -> intake.take(call.caller(), sent))
        .map(this::receipt);
  }

  private Reply receipt(StatementIntake.Taken taken) {
    return StatementJson.reply(taken, statements.keptUntil(taken.statement()));
  }
}
