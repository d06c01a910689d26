package nl.banenschakel.statement;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Statements over HTTP, however they came in. */
final class StatementRoutes {
  private static final String PATH = "/v1/statements";
  private static final String ONE = PATH + "/:id";
  private static final Set<Role> SEND = Set.of(Role.LENDER, Role.SUPPLIER);
  private static final Set<Role> READ =
      Set.of(Role.HR, Role.PAYROLL, Role.LENDER, Role.SUPPLIER, Role.FINANCE, Role.REVIEWER);

  private final StatementService statements;

  StatementRoutes(StatementService statements) {
    this.statements = statements;
  }

  void mount(Endpoints http) {
    http.get("listStatements", PATH, READ, Reads.NO_PERSONS, this::list);
    http.get("getStatement", ONE, READ, Reads.LENDING, this::get);
    http.get("getStatementReceipt", ONE + "/receipt", SEND, Reads.NO_PERSONS, this::receipt);
  }

  /** Where a statement can be read. */
  static String address(UUID id) {
    return PATH + "/" + id;
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var assignment = parameters.query("assignment", UUID::fromString).optional();
    var file = parameters.query("file", UUID::fromString).optional();
    var standing = parameters.query("standing", StatementRoutes::flag).optional();
    var paging = parameters.build(named);
    return statements
        .list(
            call.caller(),
            new StatementQuestion(assignment.get(), file.get(), standing.get().orElse(false)),
            paging.after(),
            paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Statement::id, StatementJson::head)));
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private Future<Reply> get(Call call) {
    return statements
        .find(call.caller(), call.pathId("id"))
        .map(whole -> Reply.ok(StatementJson.of(whole)).about(people(whole)));
  }

  private Future<Reply> receipt(Call call) {
    return statements
        .find(call.caller(), call.pathId("id"))
        .map(
            whole -> {
              if (whole.statement().source().isEmpty()) {
                throw new Failure.NotFound();
              }
              var keptUntil = statements.keptUntil(whole.statement());
              return Reply.ok(StatementJson.receipt(whole, keptUntil));
            });
  }

  /** How many, and not who: to the receiver nobody is named. */
  private static People people(Statement.Whole whole) {
    return People.of(
        (int) whole.lines().stream().map(Statement.Line::pseudonym).distinct().count());
  }
}
