package nl.banenschakel.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;

/**
 * A gateway and an employer that has one of everything, so that every operation of the contract can
 * succeed. Every answer must have the headers that all answers have.
 */
final class ContractWorld implements AutoCloseable {
  static final List<String> ON_EVERY_ANSWER =
      List.of(
          "api-version",
          "cache-control",
          "content-security-policy",
          "referrer-policy",
          "request-id",
          "strict-transport-security",
          "x-content-type-options",
          "x-frame-options");

  private final TestGateway gateway =
      TestGateway.start(Map.of("register.connector.kind", "simulated"))
          .listen(ContractWorld::hasTheHeaders);
  private final UUID organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
  private final UUID second = gateway.createOrganisation("Voorbeeld Bouw", NUMBER);
  private final UUID snapshot;
  private final UUID upload;
  private final UUID refused;
  private final UUID run;
  private final UUID contract;
  private final UUID mandate;
  private final UUID schedule;
  private final UUID wageReturn;
  private final UUID answer;
  private final UUID person;
  private final UUID worker;

  ContractWorld() {
    var client = gateway.as(organisation, Role.HR, Role.PAYROLL);
    var list = client.postList(NUMBER, PEILDATUM, SampleFiles.LIST).expect(201).json();
    upload = UUID.fromString(list.getString("id"));
    snapshot = UUID.fromString(list.getString("resource").replaceAll(".*/", ""));
    client.post("/v1/register-answers", "application/json", SampleFiles.answersJson()).expect(201);
    var given = client.get("/v1/register-answers").items().get(0);
    answer = UUID.fromString(given.getString("id"));
    person = UUID.fromString(given.getString("personId"));
    var wrong = client.postContracts(NUMBER, SampleFiles.CONTRACTS + "x\n").expect(400).json();
    refused = UUID.fromString(wrong.getString("upload").replaceAll(".*/", ""));
    client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);
    ColumnOperations.MAPPINGS.forEach(
        mapping -> client.put(mapping, SampleFiles.COLUMN_MAPPING).expect(201));
    gateway
        .as(organisation, Role.LENDER)
        .put(ColumnOperations.STATEMENTS, SampleFiles.COLUMN_MAPPING)
        .expect(201);
    contract =
        UUID.fromString(
            client
                .get("/v1/contracts")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id"));
    client.postWageReturn(SampleFiles.wageReturn(1)).expect(201);
    wageReturn = UUID.fromString(client.get("/v1/wage-returns").items().get(0).getString("id"));
    run = UUID.fromString(client.reconcile(NUMBER));
    client.post("/v1/years", ContractOperation.JSON, YearOperations.draft()).expect(201);
    var worksHere = client.get("/v1/reconciliations/" + run + "/people").items().get(0);
    worker = UUID.fromString(worksHere.getString("rows").replaceAll(".*/", ""));
    mandate = addMandate();
    schedule = setSchedule();
  }

  TestGateway gateway() {
    return gateway;
  }

  /** The employer that has one of everything. */
  UUID organisation() {
    return organisation;
  }

  /** An employer that has nothing. */
  UUID second() {
    return second;
  }

  /** Acts for the employer in one role. */
  ApiClient with(Role role) {
    return gateway.as(organisation, role);
  }

  /** Acts for both employers in one role. */
  ApiClient forBoth(Role role) {
    return gateway.as(Set.of(organisation, second), role);
  }

  /** Every operation that needs a token, on things that are there. */
  Stream<ContractOperation> operations() {
    var ids =
        Map.ofEntries(
            entry("run", run),
            entry("snapshot", snapshot),
            entry("upload", upload),
            entry("contract", contract),
            entry("wageReturn", wageReturn),
            entry("answer", answer),
            entry("person", person),
            entry("worker", worker),
            entry("mandate", mandate),
            entry("withdrawn", addMandate()),
            entry("schedule", schedule),
            entry("controlTotal", controlTotal("payroll")),
            entry("totalToWithdraw", controlTotal("bureau")),
            entry("deadJob", deadJob()),
            entry("refused", refused),
            entry("waiting", waiting()),
            entry("unsent", waiting()));
    var ours = with(Role.FINANCE);
    var theirs = gateway.as(second, Role.LENDER);
    var shared = RelationOperations.things(ours, theirs);
    var relation = String.valueOf(shared.get("relation"));
    var agreed = AgreementOperations.things(relation, ours, theirs);
    var stated = StatementOperations.things(with(Role.LENDER), gateway.as(second, Role.FINANCE));
    var mandates = MandateOperations.things(gateway, organisation);
    return ContractOperation.all().stream()
        .map(it -> it.of(ids))
        .map(it -> it.of(mandates))
        .map(it -> it.of(shared))
        .map(it -> it.of(agreed))
        .map(it -> it.of(stated));
  }

  /** Every operation that reads, with or without a token. */
  Stream<ContractOperation> reading() {
    return Stream.concat(operations(), Stream.of(ContractOperation.OPENAPI))
        .filter(ContractOperation::reads);
  }

  Stream<ContractOperation> writing() {
    return operations().filter(ContractOperation::takesBody);
  }

  ContractOperation operation(String id) {
    return operations().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    gateway.close();
  }

  /** There each time, whoever withdrew it. */
  private UUID controlTotal(String source) {
    var total = ContractOperation.CONTROL_TOTAL.replace("}", ",\"source\":\"" + source + "\"}");
    var body = total.getBytes(StandardCharsets.UTF_8);
    var json = Optional.of("application/json");
    var put = with(Role.PAYROLL).send("PUT", "/v1/control-totals", json, body);
    return UUID.fromString(put.expect(200).json().getString("id"));
  }

  private UUID addMandate() {
    var made =
        ContractOperation.all().stream()
            .filter(it -> it.id().equals("addRegisterMandate"))
            .findFirst()
            .orElseThrow()
            .call(with(Role.HR));
    return UUID.fromString(made.expect(201).json().getString("id"));
  }

  /** Set, so that a list may be fetched at once. */
  private UUID setSchedule() {
    var client = with(Role.HR);
    var id = client.get("/v1/register-schedules").items().get(0).getString("id");
    client
        .send(
            "PUT",
            "/v1/register-schedules/" + id,
            Optional.of("application/json"),
            "{\"startAt\":\"2099-01-01T00:00:00Z\"}".getBytes(UTF_8),
            "If-Match",
            "*")
        .expect(200);
    return UUID.fromString(id);
  }

  /** A new one each time: it is dead no longer when somebody had it tried again. */
  private UUID deadJob() {
    var id = UuidCreator.getTimeOrderedEpoch();
    gateway
        .database()
        .asSuperuser(
            ("insert into job.queue (job_id, tenant, kind, state, claimable_at, attempts, reason, died_at)"
                    + " values ('%s', '%s', 'nothing', 'DEAD', 'infinity', 3, 'UNAVAILABLE_NOW', now())")
                .formatted(id, organisation));
    return id;
  }

  /** A new one each time: it waits no longer when somebody sent its bytes or called it off. */
  private UUID waiting() {
    var draft = "{\"kind\":\"wage-return\"}";
    var announced = with(Role.PAYROLL).post("/v1/uploads", "application/json", draft);
    return UUID.fromString(announced.expect(201).json().getString("id"));
  }

  private static void hasTheHeaders(Answer answer) {
    assertThat(answer.headers().map().keySet())
        .extracting(name -> name.toLowerCase(Locale.ROOT))
        .containsAll(ON_EVERY_ANSWER);
  }
}
