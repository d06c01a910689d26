package nl.banenschakel.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import nl.banenschakel.app.SampleFiles;
import org.junit.jupiter.api.Test;

/** What a year says, and says again when it is refreshed. */
class YearRefreshIT extends YearApi {

  @Test
  void a_refresh_tells_what_changed_and_leaves_the_opening_as_it_was() {
    employer.contracts("L01", ANNA, BAS);
    var opened = employer.open(2027).expect(201).json();
    var before = employer.rows(2027);
    employer.contracts("L01", ANNA, BAS.replace(";;24", ";2026-12-15;24"), cas("2026-06-01"));
    assertThat(employer.rows(2027)).isEqualTo(before);

    var refreshed = refresh("").getJsonObject("carried");

    assertThat(refreshed.getInteger("contracts")).isEqualTo(2);
    assertThat(refreshed.getInteger("added")).isEqualTo(1);
    assertThat(refreshed.getInteger("gone")).isEqualTo(1);
    assertThat(employer.rows(2027, "&change=added"))
        .containsExactly("achter;L01;E-2;ENDED;;2026-12-15", "mee;L01;E-3;36.00;;");
    assertThat(employer.rows(2027, "&change=gone")).containsExactly("mee;L01;E-2;24.00;;");
    assertThat(employer.rows(2027, "&opening=1")).isEqualTo(before);
    assertThat(employer.client.get("/v1/years/2027?opening=1").json()).isEqualTo(opened);
    assertThat(employer.events()).containsExactly("year-opened", "year-refreshed");
  }

  @Test
  void a_trial_refresh_tells_the_same_and_stores_nothing() {
    employer.contracts("L01", ANNA, BAS);
    employer.open(2027).expect(201);
    employer.contracts("L01", ANNA);

    var trial = refresh("?validateOnly=true");

    assertThat(employer.client.get("/v1/years/2027").json().getInteger("opening")).isEqualTo(1);
    assertThat(withoutMoment(refresh(""))).isEqualTo(withoutMoment(trial));
  }

  @Test
  void a_refresh_that_finds_nothing_new_is_no_event() {
    employer.contracts("L01", ANNA, BAS);
    employer.open(2027).expect(201);
    var before = employer.rows(2027);

    var refreshed = refresh("");

    assertThat(refreshed.getInteger("opening")).isEqualTo(2);
    assertThat(employer.rows(2027, "&change=added")).isEmpty();
    assertThat(employer.rows(2027, "&change=gone")).isEmpty();
    assertThat(employer.rows(2027)).isEqualTo(before);
    assertThat(employer.events()).containsExactly("year-opened");
  }

  @Test
  void each_row_names_the_version_and_the_delivery_that_say_so() {
    var delivery = employer.contracts("L01", BAS, ANNA).json().getString("id");
    employer.contracts("L01", ANNA, BAS.replace(";24;", ";25;"));
    employer.open(2027).expect(201);

    var anna = carried("E-1");
    var bas = carried("E-2");

    assertThat(anna.getJsonObject("evidence").getString("upload"))
        .isEqualTo("/v1/uploads/" + delivery);
    assertThat(anna.getJsonObject("evidence").getInteger("line")).isEqualTo(3);
    var asOf = bas.getJsonObject("evidence").getString("knownFrom");
    var then =
        employer.client.get(
            "/v1/contracts/%s?asOf=%s".formatted(bas.getString("contractId"), asOf));
    assertThat(then.json().getJsonArray("parts").getJsonObject(0).getDouble("contractHoursPerWeek"))
        .isEqualTo(25);
  }

  @Test
  void lists_come_in_pages_and_by_reason() {
    employer.contracts("L01", ANNA, BAS, cas("2027-03-01"));
    employer.open(2027).expect(201);

    assertThat(employer.pages("/v1/years/2027/contracts?limit=1")).hasSize(2);
    assertThat(employer.pages("/v1/years/2027/left-behind?limit=1"))
        .extracting(it -> it.getString("reason"))
        .containsExactlyInAnyOrder(
            "STARTS_LATER", "NO_WAGE_RETURN", "REGISTER_NOT_ASKED", "SCHEDULE_MISSING");
    assertThat(employer.pages("/v1/years/2027/left-behind?reason=STARTS_LATER&limit=1")).hasSize(1);
  }

  private JsonObject carried(String personnelNumber) {
    return employer.pages("/v1/years/2027/contracts?limit=200").stream()
        .filter(it -> it.getString("personnelNumber").equals(personnelNumber))
        .findFirst()
        .orElseThrow();
  }

  private static String cas(String start) {
    return "E-3;%s;%s;;36;".formatted(SampleFiles.CAS, start);
  }
}
