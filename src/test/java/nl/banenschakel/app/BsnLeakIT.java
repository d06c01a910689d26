package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Sends BSNs to the gateway in every place where there is one for them and in every place where
 * there is none, and then looks for them wherever something may have stayed. A wage-tax number is
 * no such place: a sole trader's holds a BSN by law, is answered by contract and masked in the log
 * only.
 */
class BsnLeakIT {
  private static final Queue<Answer> ANSWERS = new ConcurrentLinkedQueue<>();

  private static TestGateway gateway;
  private static CapturedLog log;
  private static StoredBytes stored;
  private static BsnPush push;
  private static BsnGrep grep;

  @BeforeAll
  static void push_bsns_through_everything() {
    log = CapturedLog.start();
    gateway =
        TestGateway.start(Map.of("reconciliation.afterDeliveryMs", "200")).listen(ANSWERS::add);
    stored = new StoredBytes(gateway.database());
    push = new BsnPush();
    var organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    new BsnRequestPushes(gateway, organisation, push).addAll();
    new BsnFilePushes(gateway, organisation, push).addAll();
    new BsnTablePushes(gateway, organisation, push).addAll();
    new BsnUploadPushes(gateway, organisation, push).addAll();
    new BsnStatementPushes(gateway, organisation, push).addAll();
    new BsnConfirmationPushes(gateway, organisation, push).addAll();
    new BsnRelationPushes(gateway.as(organisation, Role.FINANCE), push).addAll();
    new BsnMandatePushes(gateway.as(organisation, Role.ADMIN), push).addAll();
    new BsnAgreementPushes(gateway.as(organisation, Role.FINANCE), push).addAll();
    push.add("accepted list", bsn -> listed(organisation, bsn));
    push.add("accepted answer", bsn -> answered(organisation, bsn));
    push.add("accepted contract", bsn -> contracted(organisation, bsn));
    push.add("accepted hours", bsn -> paid(organisation, bsn));
    push.add("subject of a token", bsn -> named(organisation, bsn));
    push.run();
    readEverything(gateway.as(organisation, Role.REVIEWER, Role.FINANCE, Role.PAYROLL));
    grep = new BsnGrep(push.bsnsByUse());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    log.close();
  }

  @Test
  void no_reply_holds_one() {
    assertThat(ANSWERS).hasSizeGreaterThan(push.bsnsByUse().size());
    assertThat(ANSWERS.stream().flatMap(answer -> grep.found(answer.everything()).stream()))
        .isEmpty();
  }

  @Test
  void no_operation_broke_on_one() {
    assertThat(ANSWERS).noneMatch(answer -> answer.status() >= 500);
  }

  @Test
  void no_line_of_the_log_and_of_the_console_holds_one() {
    assertThat(log.masked()).contains("operation=addContractFile status=400");
    assertThat(grep.found(log.masked())).isEmpty();
    assertThat(grep.found(log.console())).isEmpty();
  }

  @Test
  void no_page_of_the_management_port_holds_one() {
    for (var path : List.of("/metrics", "/health", "/ready")) {
      assertThat(grep.found(gateway.managementPage(path).everything())).isEmpty();
    }
    assertThat(gateway.managementPage("/metrics").text()).contains("addContractFile");
  }

  @Test
  void nothing_that_is_stored_holds_one() {
    assertThat(stored.found(grep)).isEmpty();
  }

  @Test
  void a_planted_one_is_found_in_every_form() {
    var planted = new BsnGrep(Map.of("planted", "999990019", "with a zero", "012345672"));

    for (var text :
        List.of(
            "bsn=999990019;",
            "9999.90.019",
            "999 990 019",
            "999-990-019",
            "999%20990%20019",
            "OTk5OTkwMDE5",
            java.util.Base64.getEncoder().encodeToString("{\"bsn\":\"999990019\"}".getBytes(UTF_8)),
            java.util.Base64.getEncoder().encodeToString("x:999990019,".getBytes(UTF_8)),
            java.util.Base64.getEncoder().encodeToString("xy999990019".getBytes(UTF_8)),
            "\\x393939393930303139")) {
      assertThat(planted.found(text)).as(text).containsExactly("planted");
    }
    assertThat(planted.found("row 12345672 of it")).containsExactly("with a zero");
    assertThat(planted.found("999990018, 99999.0019 and 99990019")).isEmpty();
  }

  @Test
  void a_planted_one_is_found_in_a_reply_in_the_log_and_in_the_database() {
    var bsn = push.fresh();
    var planted = new BsnGrep(Map.of("planted", bsn));

    gateway.hear("Location: /people/" + bsn);
    LoggerFactory.getLogger(BsnLeakIT.class).error("person {}", bsn);
    gateway.database().asSuperuser("create table planted as select '%s'::text".formatted(bsn));

    assertThat(ANSWERS)
        .anySatisfy(answer -> assertThat(planted.found(answer.everything())).isNotEmpty());
    assertThat(planted.found(log.unmasked())).containsExactly("planted");
    assertThat(planted.found(log.masked())).isEmpty();
    assertThat(stored.found(planted)).isNotEmpty();
  }

  private static void listed(UUID organisation, String bsn) {
    var hr = gateway.as(organisation, Role.HR);
    hr.postList(NUMBER, PEILDATUM, SampleFiles.LIST + bsn + "\n").expect(201);
  }

  private static void answered(UUID organisation, String bsn) {
    gateway
        .as(organisation, Role.HR)
        .post(
            "/v1/register-answers",
            "application/json",
            SampleFiles.answersJson().replace(SampleFiles.ANNA, bsn))
        .expect(201);
  }

  private static void contracted(UUID organisation, String bsn) {
    var file = SampleFiles.CONTRACTS + SampleFiles.contract("E-9", bsn, "12");
    gateway.as(organisation, Role.HR).postContracts(NUMBER, file).expect(201);
  }

  /** Whoever gives out tokens may name people so. */
  private static void named(UUID organisation, String bsn) {
    var token = gateway.token(bsn, Set.of(organisation), Role.HR, Role.PAYROLL, Role.PRIVACY);
    var client = gateway.withToken(token);
    client.postContracts(NUMBER, SampleFiles.CONTRACTS + "x\n").expect(400);
    client.postList(NUMBER, "2026-05-01", SampleFiles.LIST).expect(201);
    client.get("/v1/contracts").expect(200);
    client.get("/v1/audit-lines").expect(200);
  }

  private static void paid(UUID organisation, String bsn) {
    var payroll = gateway.as(organisation, Role.PAYROLL);
    payroll.postWageReturn(SampleFiles.wageReturn(1)).expect(201);
    var file = SampleFiles.wageReturn(2, SampleFiles.relationship("E-8", bsn, 60));
    payroll.postWageReturn(file).expect(201);
  }

  private static void readEverything(ApiClient client) {
    var run = client.reconcile(NUMBER);
    assertThat(client.get("/v1/reports/reconciliation?run=" + run, "Accept", "text/csv").text())
        .contains("verschil");
    for (var address :
        List.of(
            "/v1/organisations",
            "/v1/register-snapshots?limit=200",
            "/v1/register-answers?limit=200",
            "/v1/reconciliations",
            "/v1/reconciliations/" + run,
            "/v1/reconciliations/" + run + "/findings?limit=200",
            "/v1/reconciliations/" + run + "/people?limit=200",
            "/v1/reports/reconciliation?run=" + run)) {
      client.get(address).expect(200);
    }
    for (var answer : client.get("/v1/register-answers").items()) {
      client
          .get(
              "/v1/persons/" + answer.getString("personId") + "/presence?from=2026-M01",
              "Loonheffingennummer",
              NUMBER)
          .expect(200);
    }
    readWageReturns(client);
    for (var upload : gateway.database().texts("select upload_id::text from intake.upload")) {
      assertThat(client.get("/v1/uploads/" + upload).status()).isIn(200, 404);
    }
  }

  private static void readWageReturns(ApiClient client) {
    var header = new String[] {"Loonheffingennummer", NUMBER};
    client.get("/v1/tijdvakken", header).expect(200);
    for (int month = 1; month <= 12; month++) {
      var tijdvak = "2026-M%02d".formatted(month);
      client.get("/v1/income-relationships?limit=200&tijdvak=" + tijdvak, header).expect(200);
    }
    for (var message : client.get("/v1/wage-returns?limit=200").expect(200).items()) {
      client
          .get("/v1/wage-returns/%s/relationships?limit=200".formatted(message.getString("id")))
          .expect(200);
    }
  }
}
