package nl.banenschakel.architecture;

import static java.util.Map.entry;
import static nl.banenschakel.architecture.ContractOperation.JSON;
import static nl.banenschakel.architecture.ContractOperation.deleting;
import static nl.banenschakel.architecture.ContractOperation.putting;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.SampleTimecards;
import nl.banenschakel.platform.auth.Role;

/** The operations of assignments, person links and statements, and what they are tried on. */
final class StatementOperations {
  private static final String ASSIGNMENTS = "/v1/assignments";
  private static final String LINKS = "/v1/person-links";
  private static final String STATEMENTS = "/v1/statements";
  private static final String CONFIRMATIONS = STATEMENTS + "/{statement}/confirmations";
  private static final String ASSIGNMENT =
      "{\"relation\":\"%s\",\"reference\":\"%s\",\"person\":\"P-1\",\"firstDay\":\"2026-01-01\"}";
  private static final String LINK =
      "{\"reference\":\"%s\",\"bsn\":\"%s\",\"legalGround\":\"wet-lb-28\",\"firstDay\":\"2026-01-01\"}";
  private static final String STATEMENT =
      "{\"document\":\"%s\",\"assignment\":\"%s\",\"firstDay\":\"2026-03-02\",\"lastDay\":\"2026-03-08\","
          + "\"lines\":[{\"person\":\"P-1\",\"hourType\":\"HT100\",\"day\":\"2026-03-02\",\"workedHours\":8}]}";

  private static final String TIMECARDS = "/v1/purchase-to-pay/timecard";
  private static final String TIMECARD =
      "{\"documentId\":{\"value\":\"%s\",\"schemeAgencyId\":\"Supplier\"},"
          + "\"person\":{\"id\":[{\"value\":\"P-1\",\"schemeAgencyId\":\"Supplier\"}]},"
          + "\"period\":{\"datePeriod\":{\"start\":\"2026-03-02\",\"end\":\"2026-03-08\"}}}";
  private static final String EARLIER = "/v1/timecard";
  private static final String[] SETU_2 = {"setuVersionId", "2.0"};

  /** A file with one statement, of an assignment that nobody knows. */
  static final String FILE =
      "Opdracht;Periode van;Periode tot en met;Persoon;Uren\nA-file;02-03-2026;08-03-2026;P-1;8\n";

  private StatementOperations() {}

  static Stream<ContractOperation> all() {
    return Stream.concat(stating(), timecards());
  }

  private static Stream<ContractOperation> timecards() {
    return Stream.of(
        sending("postTimecard", TIMECARDS + "/{newTimecard}", Role.LENDER, Role.HR)
            .with(JSON, TIMECARD.formatted("new card {document}"), SETU_2),
        reading("getTimecard", TIMECARDS + "/{timecard}", Role.SUPPLIER, Role.FINANCE),
        putting("putTimecard", TIMECARDS + "/{timecard}", Role.LENDER, Role.HR)
            .with(JSON, TIMECARD.formatted("card {document}"), SETU_2),
        sending("postEarlierTimecard", EARLIER, Role.LENDER, Role.HR)
            .with("application/xml", earlier("new {earlierTimecard}"), SampleTimecards.version()),
        putting("putEarlierTimecard", EARLIER + "/{earlierTimecard}", Role.LENDER, Role.HR)
            .with("application/xml", earlier("{earlierTimecard}"), SampleTimecards.version()),
        deleting("deleteTimecard", TIMECARDS + "/{timecardToDelete}", Role.LENDER, Role.HR));
  }

  private static Stream<ContractOperation> stating() {
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
        sending("addStatementFile", "/v1/statement-files", Role.LENDER, Role.HR)
            .with("text/csv", FILE),
        reading("listStatements", STATEMENTS + "?limit=2", Role.FINANCE, Role.PRIVACY),
        reading("getStatement", STATEMENTS + "/{statement}", Role.FINANCE, Role.PRIVACY),
        reading("listUnmappedHourTypes", "/v1/unmapped-hour-types", Role.LENDER, Role.HR),
        reading("getStatementReceipt", STATEMENTS + "/{statement}/receipt", Role.LENDER, Role.HR),
        reading("listConfirmations", "/v1/confirmations?limit=2", Role.FINANCE, Role.PRIVACY),
        reading("getConfirmations", CONFIRMATIONS, Role.FINANCE, Role.PRIVACY),
        sending("confirmStatement", CONFIRMATIONS, Role.LENDER, Role.PAYROLL)
            .with(JSON, "{\"remaining\":\"accept\"}"));
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
    return Map.ofEntries(
        entry("lendingRelation", relation),
        entry("toRecord", names),
        entry("assignment", toState.getString("id")),
        entry("toLink", names),
        entry("linkToEnd", lender.post(LINKS, JSON, link).expect(201).json().getString("id")),
        entry("document", names),
        entry("toState", toState.getString("reference")),
        entry("statement", statement.json().getString("statement")),
        entry("earlierTimecard", earlierTimecard(lender, names)),
        entry("newTimecard", UUID.randomUUID().toString()),
        entry("timecard", timecard(lender, "card " + names)),
        entry("timecardToDelete", timecard(lender, "card to delete " + names)));
  }

  private static String earlierTimecard(ApiClient lender, String names) {
    var document = "TC" + names.replaceAll("[0-9-]", "x");
    lender
        .post(EARLIER, "application/xml", earlier(document), SampleTimecards.version())
        .expect(201);
    return document;
  }

  private static String earlier(String document) {
    var line = SampleTimecards.line("1", "2026-03-02", "8.00");
    return SampleTimecards.card(document, "", "P-1", "", line);
  }

  private static String timecard(ApiClient lender, String document) {
    var id = UUID.randomUUID().toString();
    lender.post(TIMECARDS + "/" + id, JSON, TIMECARD.formatted(document), SETU_2).expect(201);
    return id;
  }

  private static io.vertx.core.json.JsonObject record(
      ApiClient lender, String relation, String reference) {
    var body = ASSIGNMENT.formatted(relation, reference);
    return lender.post(ASSIGNMENTS, JSON, body).expect(201).json();
  }
}
