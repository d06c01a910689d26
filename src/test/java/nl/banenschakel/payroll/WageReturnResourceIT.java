package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.NUMBER;
import static nl.banenschakel.payroll.WageReturns.anonymous;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** Wage returns that can be read back: messages, and what each says. */
class WageReturnResourceIT extends WageReturnApi {
  private static final String FIRST =
      message(
          "2026-04-10T10:00:00",
          "FIRST",
          full("2026-03-01", "2026-03-31", person(ANNA, 1, 100), anonymous("X", 3, 10)));
  private static final String CORRECTION =
      message(
          "2026-05-10T10:00:00",
          "SECOND",
          full("2026-04-01", "2026-04-30", person(ANNA, 1, 90)),
          correction("2026-03-01", "2026-03-31", person(ANNA, 1, 120), withdrawal(BERT, 2)));

  @Test
  void a_message_tells_what_it_says_of_each_tijdvak() {
    var upload = client.postWageReturn(CORRECTION).expect(201).json().getString("id");

    var message = client.get("/v1/wage-returns").items().get(0);

    assertThat(message.getString("upload")).isEqualTo(upload);
    assertThat(message.getString("sentAt")).isEqualTo("2026-05-10T08:00:00Z");
    assertThat(message.getString("idBer")).isEqualTo("SECOND");
    assertThat(message.getJsonArray("tijdvakken"))
        .isEqualTo(
            new JsonArray()
                .add(block("2026-M04", "FULL", 1, 0, 90))
                .add(block("2026-M03", "CORRECTION", 1, 1, 120)));
    assertThat(client.get("/v1/wage-returns/" + message.getString("id")).json()).isEqualTo(message);
  }

  @Test
  void messages_are_listed_newest_first_and_by_what_they_speak_of() {
    var first = deliver(FIRST);
    var between = Instant.now();
    var second = deliver(CORRECTION);

    assertThat(ids("")).containsExactly(second, first);
    assertThat(ids("?tijdvak=2026-M04")).containsExactly(second);
    assertThat(ids("?tijdvak=2026-M05")).isEmpty();
    assertThat(ids("?asOf=" + between)).containsExactly(first);
    assertThat(ids("?limit=1&after=" + second)).containsExactly(first);
    assertThat(client.get("/v1/wage-returns/" + second + "?asOf=" + between).status())
        .isEqualTo(404);
    assertThat(client.get("/v1/wage-returns", "Loonheffingennummer", "001000287L02").items())
        .isEmpty();
  }

  @Test
  void a_message_tells_which_of_its_relationships_held_at_a_moment() {
    var first = deliver(FIRST);
    var then = Instant.now();
    var second = deliver(CORRECTION);

    assertThat(said(first, "")).containsExactly("1 100 false", "3 10 true");
    assertThat(said(first, "&asOf=" + then)).containsExactly("1 100 true", "3 10 true");
    assertThat(said(second, "")).containsExactly("1 120 true", "1 90 true", "2 null false");
  }

  @Test
  void a_relationship_tells_all_that_is_kept_and_no_bsn() {
    var id = deliver(FIRST);

    var answer = client.get("/v1/wage-returns/" + id + "/relationships");

    var anna =
        answer.items().stream().filter(it -> it.getInteger("numIv") == 1).findFirst().orElseThrow();
    assertThat(anna.getString("personId")).isNotNull();
    anna.remove("personId");
    assertThat(anna)
        .isEqualTo(
            new JsonObject()
                .put("tijdvak", "2026-M03")
                .put("personnelNumber", "P-1")
                .put("numIv", 1)
                .put("withdrawn", false)
                .put("inForce", true)
                .put("wageReturn", id)
                .put("verloondeUren", 100)
                .put("contractHoursPerWeek", 32.5)
                .put("premiumWage", 3456.5)
                .put("lkvRequested", true)
                .put("cdAard", 1)
                .put("srtIv", 15));
    assertThat(answer.everything()).doesNotContain(ANNA);
  }

  @Test
  void pages_hold_every_relationship_once_and_in_one_order() {
    var january = relationships(1, 25);
    var february = relationships(20, 25);
    deliver(message("2026-02-10T10:00:00", "1", full("2026-01-01", "2026-01-31", january)));
    var id =
        deliver(
            message(
                "2026-03-10T10:00:00",
                "2",
                full("2026-02-01", "2026-02-28", february),
                correction("2026-01-01", "2026-01-31", january)));

    var whole = pages("/v1/wage-returns/%s/relationships?".formatted(id), 200);

    assertThat(whole).hasSize(50).doesNotHaveDuplicates();
    assertThat(pages("/v1/wage-returns/%s/relationships?".formatted(id), 7)).isEqualTo(whole);
    assertThat(pages("/v1/income-relationships?tijdvak=2026-M01&", 4))
        .isEqualTo(whole.subList(0, 25));
  }

  @Test
  void the_same_moment_gives_the_same_bytes_whatever_came_later() {
    var id = deliver(FIRST);
    var then = Instant.now();
    var targets =
        new String[] {
          "/v1/wage-returns?asOf=" + then,
          "/v1/wage-returns/" + id + "?asOf=" + then,
          "/v1/wage-returns/" + id + "/relationships?asOf=" + then,
          "/v1/income-relationships?tijdvak=2026-M03&asOf=" + then,
          "/v1/tijdvakken?asOf=" + then
        };
    var before = Stream.of(targets).map(it -> get(it).text()).toList();
    deliver(CORRECTION);

    assertThat(Stream.of(targets).map(it -> get(it).text())).isEqualTo(before);
  }

  @Test
  void hr_does_not_see_wages() {
    var id = deliver(FIRST);
    var hr = gateway.as(organisation, Role.HR);

    assertThat(hr.get("/v1/wage-returns/" + id).status()).isEqualTo(200);
    assertThat(hr.get("/v1/wage-returns/" + id + "/relationships").status()).isEqualTo(403);
  }

  @Test
  void another_organisation_has_none_of_it() {
    var id = deliver(FIRST);
    var other = gateway.as(gateway.createOrganisation("Ander", NUMBER), Role.PAYROLL);

    assertThat(other.get("/v1/wage-returns").items()).isEmpty();
    assertThat(other.get("/v1/wage-returns/" + id).status()).isEqualTo(404);
    assertThat(other.get("/v1/wage-returns/" + id + "/relationships").status()).isEqualTo(404);
    assertThat(other.get("/v1/tijdvakken", "Loonheffingennummer", NUMBER).items()).isEmpty();
    assertThat(
            other
                .get("/v1/income-relationships?tijdvak=2026-M03", "Loonheffingennummer", NUMBER)
                .items())
        .isEmpty();
  }

  @Test
  void what_cannot_be_read_is_refused_with_its_place() {
    assertThat(get("/v1/income-relationships?after=x").mistakes())
        .containsExactly("query tijdvak PARAMETER_REQUIRED", "query after AFTER_FORM");
    assertThat(client.get("/v1/tijdvakken?from=2026-13").mistakes())
        .containsExactly(
            "header Loonheffingennummer PARAMETER_REQUIRED", "query from TIJDVAK_UNKNOWN");
    assertThat(client.get("/v1/tijdvakken", "Loonheffingennummer", "001000287L02").mistakes())
        .containsExactly("header Loonheffingennummer LOONHEFFINGENNUMMER_NOT_YOURS");
  }

  private List<String> ids(String query) {
    return client.get("/v1/wage-returns" + query).items().stream()
        .map(it -> it.getString("id"))
        .toList();
  }

  private List<String> said(String id, String query) {
    return client
        .get("/v1/wage-returns/" + id + "/relationships?limit=200" + query)
        .items()
        .stream()
        .map(
            it ->
                "%s %s %s"
                    .formatted(
                        it.getInteger("numIv"),
                        it.getInteger("verloondeUren"),
                        it.getBoolean("inForce")))
        .sorted()
        .toList();
  }

  private static String[] relationships(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(n -> anonymous("P-" + n, n % 3, n))
        .toArray(String[]::new);
  }

  private static JsonObject block(
      String tijdvak, String kind, int relationships, int withdrawals, int verloondeUren) {
    return new JsonObject()
        .put("tijdvak", tijdvak)
        .put("kind", kind)
        .put("relationships", relationships)
        .put("withdrawals", withdrawals)
        .put("verloondeUren", verloondeUren);
  }
}
