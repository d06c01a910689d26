package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two employers with the same number, the same people and their own data: neither learns through
 * any operation that the other exists.
 */
class TenantIT {
  private static final Role[] ALL_BUT_ADMIN = {
    Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER, Role.LENDER, Role.SUPPLIER, Role.PRIVACY
  };

  private static TestGateway gateway;
  private static Employer ours;
  private static Employer theirs;

  /** One organisation and what it has. */
  private record Employer(
      UUID id,
      ApiClient client,
      String snapshot,
      String answer,
      List<String> uploads,
      String wageReturn,
      String run) {

    List<String> addresses() {
      return List.of(
          "/v1/register-snapshots/" + snapshot,
          "/v1/register-answers/" + answer,
          "/v1/uploads/" + uploads.get(0),
          "/v1/uploads/" + uploads.get(1),
          "/v1/uploads/" + uploads.get(2),
          "/v1/wage-returns/" + wageReturn,
          "/v1/wage-returns/" + wageReturn + "/relationships",
          "/v1/reconciliations/" + run,
          "/v1/reconciliations/" + run + "/findings",
          "/v1/reconciliations/" + run + "/people",
          "/v1/reconciliations/" + run + "/shares",
          "/v1/reports/corrections?run=" + run,
          "/v1/reports/breakdown?by=department&run=" + run,
          "/v1/reports/reconciliation?run=" + run);
    }
  }

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    ours = employer("Voorbeeld Zorg", "20,00");
    theirs = employer("Voorbeeld Bouw", "32,00");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void each_reads_what_is_its_own() {
    for (var address : ours.addresses()) {
      assertThat(ours.client().get(address).status()).isEqualTo(200);
    }
  }

  @Test
  void what_is_another_s_is_as_unknown_as_what_is_not_there() {
    for (int i = 0; i < theirs.addresses().size(); i++) {
      var another = ours.client().get(theirs.addresses().get(i));
      var nothing =
          ours.client()
              .get(theirs.addresses().get(i).replaceAll("[0-9a-f-]{36}", "" + UUID.randomUUID()));

      assertThat(another.status()).isEqualTo(404);
      assertThat(withoutInstance(another)).isEqualTo(withoutInstance(nothing));
    }
  }

  @Test
  void lists_hold_only_what_is_one_s_own() {
    assertThat(ids(ours.client().get("/v1/register-snapshots"))).containsExactly(ours.snapshot());
    assertThat(ids(ours.client().get("/v1/wage-returns"))).containsExactly(ours.wageReturn());
    assertThat(ids(ours.client().get("/v1/reconciliations"))).containsExactly(ours.run());
    assertThat(ids(ours.client().get("/v1/organisations"))).containsExactly(ours.id().toString());
  }

  @Test
  void a_page_that_begins_after_another_s_thing_tells_nothing_of_it() {
    var snapshots = ours.client().get("/v1/register-snapshots?after=" + theirs.snapshot());
    var runs = ours.client().get("/v1/reconciliations?after=" + theirs.run());

    assertThat(snapshots.text()).doesNotContain(theirs.snapshot());
    assertThat(runs.text()).doesNotContain(theirs.run());
  }

  @Test
  void a_newcomer_sees_nothing_at_all() {
    var newcomer = gateway.createOrganisation("Nieuwkomer", NUMBER);
    var client = gateway.as(newcomer, ALL_BUT_ADMIN);

    assertThat(client.get("/v1/register-snapshots").items()).isEmpty();
    assertThat(client.get("/v1/register-answers").items()).isEmpty();
    assertThat(client.get("/v1/reconciliations").items()).isEmpty();
    for (var address : ours.addresses()) {
      assertThat(client.get(address).status()).isEqualTo(404);
    }
    var nothing =
        client.post(
            "/v1/reconciliations",
            "application/json",
            new JsonObject().put("loonheffingennummer", NUMBER).encode());
    assertThat(nothing.code()).isEqualTo("NOTHING_RETURNED");
  }

  @Test
  void another_s_organisation_cannot_be_named() {
    var addresses = new ArrayList<>(ours.addresses());
    addresses.addAll(List.of("/v1/organisations", "/v1/register-snapshots", "/v1/reconciliations"));

    for (var address : addresses) {
      var answer = ours.client().get(address, "Organisation-Id", theirs.id().toString());

      assertThat(answer.status()).isEqualTo(404);
    }
  }

  @Test
  void nothing_is_delivered_to_another_s_organisation() {
    var run = new JsonObject().put("loonheffingennummer", NUMBER).encode();
    var list = "/v1/register-snapshots?peildatum=" + PEILDATUM;

    assertThat(asThem(list, "text/csv", SampleFiles.LIST)).isEqualTo(404);
    assertThat(asThem("/v1/contract-files?delivery=full", "text/csv", SampleFiles.CONTRACTS))
        .isEqualTo(404);
    assertThat(asThem("/v1/wage-returns", "application/xml", SampleFiles.wageReturn(1)))
        .isEqualTo(404);
    assertThat(asThem("/v1/reconciliations", "application/json", run)).isEqualTo(404);
    assertThat(theirs.client().get("/v1/reconciliations").items()).hasSize(1);
  }

  @Test
  void who_acts_for_both_sees_only_the_one_that_is_named() {
    var bureau = gateway.as(Set.of(ours.id(), theirs.id()), ALL_BUT_ADMIN);
    var asThem = new String[] {"Organisation-Id", theirs.id().toString()};

    assertThat(ids(bureau.get("/v1/organisations")))
        .containsExactlyInAnyOrder(ours.id().toString(), theirs.id().toString());
    assertThat(ids(bureau.get("/v1/reconciliations", asThem))).containsExactly(theirs.run());
    for (var address : ours.addresses()) {
      assertThat(bureau.get(address, asThem).status()).isEqualTo(404);
    }
  }

  @Test
  void an_operator_sees_no_organisation_s_data() {
    var operator = gateway.as(Set.of(), Role.ADMIN);

    assertThat(operator.get("/v1/organisations").items()).isEmpty();
    for (var address : ours.addresses()) {
      assertThat(operator.get(address).status()).isEqualTo(403);
    }
  }

  @Test
  void figures_are_of_one_s_own_files_although_number_and_people_are_the_same() {
    assertThat(hours(ours)).isEqualTo(44.0);
    assertThat(hours(theirs)).isEqualTo(56.0);
  }

  private static int asThem(String target, String type, String body) {
    var them = theirs.id().toString();
    return ours.client()
        .post(target, type, body, "Organisation-Id", them, "Loonheffingennummer", NUMBER)
        .status();
  }

  private static double hours(Employer employer) {
    return employer
        .client()
        .report(employer.run())
        .getJsonObject("totals")
        .getDouble("contractHoursPerWeekRegistered");
  }

  private static Employer employer(String name, String hours) {
    var id = gateway.createOrganisation(name, NUMBER);
    var client = gateway.as(id, ALL_BUT_ADMIN);
    var list = client.postList(NUMBER, PEILDATUM, SampleFiles.LIST).expect(201).json();
    var contracts =
        client
            .postContracts(NUMBER, SampleFiles.CONTRACTS.replace("20,00", hours))
            .expect(201)
            .json();
    var wageReturn = client.postWageReturn(SampleFiles.wageReturn(1)).expect(201).json();
    var snapshot = list.getString("resource").replaceAll(".*/", "");
    client.post("/v1/register-answers", "application/json", SampleFiles.answersJson()).expect(201);
    var answer = client.get("/v1/register-answers").items().get(0).getString("id");
    var uploads =
        List.of(list.getString("id"), contracts.getString("id"), wageReturn.getString("id"));
    var message = client.get("/v1/wage-returns").items().get(0).getString("id");
    return new Employer(id, client, snapshot, answer, uploads, message, client.reconcile(NUMBER));
  }

  private static List<String> ids(Answer answer) {
    return answer.items().stream().map(item -> item.getString("id")).toList();
  }

  private static JsonObject withoutInstance(Answer answer) {
    var json = answer.json();
    json.remove("instance");
    return json;
  }
}
