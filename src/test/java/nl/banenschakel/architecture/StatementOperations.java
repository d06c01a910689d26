package nl.banenschakel.architecture;

import static nl.banenschakel.architecture.ContractOperation.JSON;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;

/** The operations of assignments, person links and statements, and what they are tried on. */
final class StatementOperations {
  private static final String ASSIGNMENTS = "/v1/assignments";
  private static final String LINKS = "/v1/person-links";
  private static final String STATEMENTS = "/v1/statements";
  private static final String ASSIGNMENT =
      "{\"relation\":\"%s\",\"reference\":\"%s\",\"person\":\"P-1\",\"firstDay\":\"2026-01-01\"}";
  private static final String LINK =
      "{\"reference\":\"%s\",\"bsn\":\"%s\",\"legalGround\":\"wet-lb-28\",\"firstDay\":\"2026-01-01\"}";
  private static final String STATEMENT =
      "{\"document\":\"%s\",\"assignment\":\"%s\",\"firstDay\":\"2026-03-02\",\"lastDay\":\"2026-03-08\","
          + "\"lines\":[{\"person\":\"P-1\",\"hourType\":\"HT100\",\"day\":\"2026-03-02\",\"workedHours\":8}]}";

  private StatementOperations() {}

  static Stream<ContractOperation> all() {
    return Stream.of(
        sending("recordAssignment", ASSIGNMENTS, Role.LENDER, Role.HR)
            .with(JSON, ASSIGNMENT.formatted("{lendingRelation}", "{toRecord}")),
        reading("listAssignments", ASSIGNMENTS + "?limit=2", Role.FINANCE, Role.PRIVACY),
        reading("getAssignment", ASSIGNMENTS + "/{assignment}", Role.FINANCE, Role.PRIVACY),
        sending("endAssignment", ASSIGNMENTS + "/{assignment}/_end", Role.LENDER, Role.HR)
            .with(JSON, "{\"lastDay\":\"2026-12-31\"}"),
        sending("linkPerson", LINKS, Role.LENDER, Role.FINANCE)
            .with(JSON, LINK.formatted("{toLink}", SampleFiles.ANNA)),
        reading("listPersonLinks", LINKS + "?limit=2", Role.LENDER, Role.FINANCE),
        sending("endPersonLink", LINKS + "/{linkToEnd}/_end", Role.LENDER, Role.FINANCE)
            .with(JSON, "{\"lastDay\":\"2026-12-31\",\"reason\":\"Uit dienst\"}"),
        sending("postStatement", STATEMENTS, Role.LENDER, Role.HR)
            .with(JSON, STATEMENT.formatted("{document}", "{toState}")),
        reading("listStatements", STATEMENTS + "?limit=2", Role.FINANCE, Role.PRIVACY),
        reading("getStatement", STATEMENTS + "/{statement}", Role.FINANCE, Role.PRIVACY),
        reading("listUnmappedHourTypes", "/v1/unmapped-hour-types", Role.LENDER, Role.HR),
        reading("getStatementReceipt", STATEMENTS + "/{statement}/receipt", Role.LENDER, Role.HR));
  }

  /**
   * New ones each time.
   *
   * @param lender whose things they are
   * @param hirer who is told of them, in a role that keeps relations
   */
  static Map<String, String> things(ApiClient lender, ApiClient hirer) {
    var relation = RelationOperations.running(hirer, lender);
    var names = UUID.randomUUID().toString().replaceAll("[0-9]{3}", "x");
    var stated = record(lender, relation, "stated " + names).getString("reference");
    var toState = record(lender, relation, "to state " + names);
    var statement =
        lender.post(STATEMENTS, JSON, STATEMENT.formatted("first " + names, stated)).expect(201);
    var link = LINK.formatted("linked " + names, SampleFiles.ANNA);
    return Map.of(
        "lendingRelation",
        relation,
        "toRecord",
        names,
        "assignment",
        toState.getString("id"),
        "toLink",
        names,
        "linkToEnd",
        lender.post(LINKS, JSON, link).expect(201).json().getString("id"),
        "document",
        names,
        "toState",
        toState.getString("reference"),
        "statement",
        statement.json().getString("statement"));
  }

  private static io.vertx.core.json.JsonObject record(
      ApiClient lender, String relation, String reference) {
    var body = ASSIGNMENT.formatted(relation, reference);
    return lender.post(ASSIGNMENTS, JSON, body).expect(201).json();
  }
}
