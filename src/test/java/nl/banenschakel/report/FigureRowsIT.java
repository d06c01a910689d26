package nl.banenschakel.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.app.demo.SyntheticFiles;
import nl.banenschakel.app.demo.SyntheticQuarter;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure of the report of the demo's quarter, followed down to its evidence. */
class FigureRowsIT {
  private static final String NUMBER = "001000275L01";

  private static TestGateway gateway;
  private static ApiClient client;
  private static JsonObject report;

  @BeforeAll
  static void the_report_of_the_demo() {
    gateway = TestGateway.start();
    var organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL, Role.FINANCE);
    var people = SyntheticQuarter.people();
    client
        .postList(NUMBER, "2026-04-01", "BSN\n" + SyntheticFiles.registerList(people))
        .expect(201);
    client.postContracts(NUMBER, SyntheticFiles.contracts(people)).expect(201);
    deliver(SyntheticFiles.fullReturn(NUMBER, SyntheticQuarter.JANUARY, people));
    deliver(SyntheticFiles.fullReturn(NUMBER, SyntheticQuarter.MARCH, people));
    report = client.report(client.reconcile(NUMBER));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void every_total_is_the_sum_of_the_rows_that_it_links_to() {
    var totals = report.getJsonObject("totals");
    var links = report.getJsonObject("links");
    var shares = rows(links.getString("verloondeUrenRegistered"));

    assertThat(sum(rows(links.getString("verloondeUrenAll")), "verloondeUren"))
        .isEqualByComparingTo(number(totals, "verloondeUrenAll"));
    assertThat(sum(rows(links.getString("verloondeUrenWsw")), "verloondeUren"))
        .isEqualByComparingTo(number(totals, "verloondeUrenWsw"));
    assertThat(sum(shares, "verloondeUren"))
        .isEqualByComparingTo(number(totals, "verloondeUrenRegistered"));
    assertThat(sum(shares, "contractHoursPerWeek"))
        .isEqualByComparingTo(number(totals, "contractHoursPerWeekRegistered"));
    assertThat(sum(shares, "people").intValue())
        .isEqualTo(report.getJsonArray("people").size())
        .isEqualTo(rows(links.getString("people")).size());
    assertThat(client.get(links.getString("registerLines")).expect(200).json().getInteger("lines"))
        .isEqualTo(report.getInteger("registerLines"));
    assertThat(links.fieldNames()).containsAll(totals.fieldNames());
  }

  @Test
  void every_row_of_a_breakdown_is_the_sum_of_its_shares() {
    var breakdowns = report.getJsonObject("breakdowns");
    var all = breakdowns.fieldNames().stream().flatMap(by -> items(breakdowns, by)).toList();

    assertThat(all).isNotEmpty();
    for (var row : all) {
      var shares = rows(row.getString("shares"));
      for (var figure : List.of("people", "contractHoursPerWeek", "verloondeUren")) {
        assertThat(sum(shares, figure)).isEqualByComparingTo(number(row, figure));
      }
    }
  }

  @Test
  void every_persons_hours_are_those_of_relationships_and_contracts() {
    var people = items(report, "people").toList();

    assertThat(people).isNotEmpty();
    for (var person : people) {
      var made = client.get(person.getString("rows")).expect(200).json();
      var counting = items(made, "tijdvakken").filter(it -> it.getBoolean("counts")).toList();

      assertThat(made.getString("personnelNumber")).isEqualTo(person.getString("personnelNumber"));
      assertThat(sum(counting, "verloondeUren"))
          .isEqualByComparingTo(number(person, "verloondeUren"));
      for (var tijdvak : counting) {
        var same = tijdvak.getString("tijdvak");
        var relationships =
            items(made, "relationships").filter(it -> it.getString("tijdvak").equals(same));
        assertThat(sum(relationships.toList(), "verloondeUren"))
            .isEqualByComparingTo(number(tijdvak, "verloondeUren"));
      }
    }
    assertThat(
            sum(people.stream().flatMap(FigureRowsIT::onLastDay).toList(), "contractHoursPerWeek"))
        .isEqualByComparingTo(
            number(report.getJsonObject("totals"), "contractHoursPerWeekRegistered"));
  }

  @Test
  void every_difference_leads_to_its_figures() {
    for (var finding : items(report, "findings").toList()) {
      var rows = client.get(finding.getString("rows")).expect(200).json();
      if (!finding.containsKey("actual")) {
        continue;
      }

      var tijdvak =
          items(rows, "tijdvakken")
              .filter(it -> it.getString("tijdvak").equals(finding.getString("tijdvak")))
              .findFirst()
              .orElseThrow();

      assertThat(number(tijdvak, "verloondeUren")).isEqualByComparingTo(number(finding, "actual"));
      if (finding.containsKey("expected")) {
        assertThat(number(tijdvak, "contractHours"))
            .isEqualByComparingTo(number(finding, "expected"));
      }
    }
  }

  @Test
  void every_row_leads_to_evidence_that_is_there() {
    var made = items(report, "people").map(it -> client.get(it.getString("rows")).json()).toList();
    var evidence =
        Stream.of(
                made.stream()
                    .flatMap(it -> items(it, "tijdvakken"))
                    .flatMap(it -> it.getJsonArray("evidence").stream().map(String.class::cast)),
                addresses(made, "contracts", it -> it.getString("contract")),
                addresses(made, "contracts", it -> it.getString("upload")),
                addresses(made, "relationships", it -> it.getString("wageReturn")))
            .flatMap(it -> it)
            .distinct()
            .toList();

    assertThat(evidence).hasSizeGreaterThan(10);
    evidence.forEach(address -> client.get(address).expect(200));
  }

  @Test
  void a_later_delivery_changes_no_row_of_an_earlier_report() {
    var all = report.getJsonObject("links").getString("verloondeUrenAll");
    var before = rows(all);
    var few = SyntheticQuarter.people().subList(0, 5);

    deliver(
        SyntheticFiles.fullReturn(NUMBER, SyntheticQuarter.MARCH, few)
            .replaceAll("<IdBer>[^<]*", "<IdBer>LATER")
            .replaceAll("<DatTdAanm>[^<]*", "<DatTdAanm>2027-01-01T09:00:00"));

    assertThat(rows(all)).isEqualTo(before);
    assertThat(client.report(client.reconcile(NUMBER)).getJsonObject("totals"))
        .isNotEqualTo(report.getJsonObject("totals"));
  }

  @Test
  void what_is_not_there_is_404_and_what_is_malformed_is_told() {
    var run = "/v1/reconciliations/" + report.getString("run");

    assertThat(client.get(run + "/people/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(client.get(run + "/relationships?after=x&kind=y").mistakes())
        .containsExactly("query kind ROW_KIND_UNKNOWN", "query after AFTER_FORM");
  }

  private static void deliver(String wageReturn) {
    client.postWageReturn(wageReturn).expect(201);
  }

  private static Stream<JsonObject> onLastDay(JsonObject person) {
    var made = client.get(person.getString("rows")).json();
    return items(made, "contracts").filter(it -> it.getBoolean("onLastDay"));
  }

  private static Stream<String> addresses(
      List<JsonObject> made, String member, Function<JsonObject, String> address) {
    return made.stream().flatMap(it -> items(it, member)).map(address);
  }

  /** All pages of a list, short ones. */
  private static List<JsonObject> rows(String address) {
    var all = new ArrayList<JsonObject>();
    var limited = address + (address.contains("?") ? "&" : "?") + "limit=7";
    var page = client.get(limited).expect(200).json();
    items(page, "items").forEach(all::add);
    while (page.containsKey("next")) {
      page = client.get(limited + "&after=" + page.getString("next")).expect(200).json();
      items(page, "items").forEach(all::add);
    }
    return all;
  }

  private static Stream<JsonObject> items(JsonObject json, String member) {
    var array = json.getJsonArray(member);
    return IntStream.range(0, array.size()).mapToObj(array::getJsonObject);
  }

  private static BigDecimal sum(List<JsonObject> rows, String figure) {
    return rows.stream().map(row -> number(row, figure)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal number(JsonObject json, String member) {
    return new BigDecimal(String.valueOf(json.getValue(member)));
  }
}
