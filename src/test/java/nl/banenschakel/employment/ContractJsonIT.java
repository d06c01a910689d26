package nl.banenschakel.employment;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.contractItem;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.SampleFiles;
import org.junit.jupiter.api.Test;

/** Contracts as JSON, over HTTP. */
class ContractJsonIT extends ContractApi {
  @Test
  void json_says_what_a_file_of_changes_says() {
    client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);

    var answer = put(contractItem("E-1", ANNA, 20), contractItem("E-2", BAS, 24.5));

    assertThat(counts(answer)).isEqualTo("lines 2, new 0, changed 1, unchanged 1, closed 0");
    assertThat(items(list(""))).hasSize(3);
  }

  @Test
  void the_same_body_twice_has_no_second_effect() {
    var first = put(contractItem("E-1", ANNA, 20)).json();

    var again = put(contractItem("E-1", ANNA, 20)).json();

    assertThat(again).isEqualTo(first);
  }

  @Test
  void every_member_is_kept_and_no_bsn_comes_back() {
    var item =
        contractItem("E-1", ANNA, new BigDecimal("12.75"))
            .put("contractNumber", "C-1")
            .put("endDate", "2026-12-31")
            .put("expectedRegistered", true)
            .put("school", "De Regenboog")
            .put("costCentre", "4100");

    put(item, contractItem("E-2", BAS, 36).put("endDate", "9999-12-31"));

    var answer = client.get("/v1/contracts").expect(200);
    assertThat(answer.text()).doesNotContain(ANNA, BAS);
    assertThat(parts(answer.json()))
        .containsExactly(
            "2024-01-01 2026-12-31 12.75 true Zorg De Regenboog 4100",
            "2024-01-01 null 36.00 false Zorg null null");
  }

  @Test
  void a_part_that_is_left_out_of_its_contract_is_closed() {
    put(part("2024-01-01", 20), part("2025-01-01", 24));

    var answer = put(part("2025-01-01", 24));

    assertThat(counts(answer)).isEqualTo("lines 1, new 0, changed 0, unchanged 1, closed 1");
    assertThat(parts(client.get("/v1/contracts").json())).hasSize(1);
  }

  @Test
  void every_mistake_is_told_at_once_by_its_pointer_and_nothing_is_stored() {
    var wrong =
        contractItem(ANNA, ANNA, 80.01)
            .put("contractNumber", "X" + ANNA)
            .put("endDate", "2023-12-31")
            .put("school", "De 999 993 653");
    var unread =
        new JsonObject()
            .put("personnelNumber", 7)
            .put("bsn", "99999001")
            .put("startDate", "01-01-2024")
            .put("contractHoursPerWeek", "36")
            .put("expectedRegistered", "ja")
            .put("hoursPerWeek", 36);

    var answer = put(contractItem("E-1", ANNA, 20), wrong, unread);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mistakes())
        .containsExactlyInAnyOrder(
            "/items/1/contractHoursPerWeek HOURS_RANGE",
            "/items/1/endDate DATE_ORDER",
            "/items/1/personnelNumber BSN_ELSEWHERE",
            "/items/1/contractNumber BSN_ELSEWHERE",
            "/items/1/school TEXT_HOLDS_BSN",
            "/items/2/personnelNumber VALUE_TYPE",
            "/items/2/bsn BSN_FORM",
            "/items/2/startDate VALUE_FORM",
            "/items/2/contractHoursPerWeek VALUE_TYPE",
            "/items/2/expectedRegistered VALUE_TYPE",
            "/items/2 MEMBER_UNKNOWN");
    assertThat(answer.text()).doesNotContain(ANNA, "99999001\"");
    assertThat(items(list(""))).isEmpty();
  }

  @Test
  void mistakes_over_all_items_have_pointers_too() {
    var answer =
        put(
            contractItem("E-1", ANNA, 20),
            contractItem("E-1", BAS, 24),
            contractItem(ANNA, CAS, 36));

    assertThat(answer.mistakes())
        .containsExactly("/items/1 DUPLICATE_CONTRACT", "/items/2 BSN_ELSEWHERE");
  }

  @Test
  void a_number_of_somebody_else_is_refused_where_it_stands() {
    var body = body(contractItem("E-1", ANNA, 20)).put("loonheffingennummer", "001000287L02");

    var answer = client.post("/v1/contracts", "application/json", body.encode());

    assertThat(answer.mistakes())
        .containsExactly("/loonheffingennummer LOONHEFFINGENNUMMER_NOT_YOURS");
  }

  @Test
  void a_text_that_the_database_cannot_keep_is_refused() {
    var answer = put(contractItem("E\u00001", ANNA, 20).put("department", "Zorg\u0000"));

    assertThat(answer.mistakes())
        .containsExactlyInAnyOrder(
            "/items/0/personnelNumber TEXT_CONTROL", "/items/0/department TEXT_CONTROL");
  }

  @Test
  void more_items_than_a_body_may_have_are_refused() {
    var items = new JsonObject[5_001];
    for (int i = 0; i < items.length; i++) {
      items[i] = contractItem("E-" + i, ANNA, 20);
    }

    assertThat(put(items).mistakes()).containsExactly("/items LIST_LENGTH");
  }

  @CanIgnoreReturnValue
  private Answer put(JsonObject... items) {
    return client.post("/v1/contracts", "application/json", body(items).encode());
  }

  private static JsonObject body(JsonObject... items) {
    var all = new JsonArray();
    for (var item : items) {
      all.add(item);
    }
    return new JsonObject().put("loonheffingennummer", NUMBER).put("items", all);
  }

  private static JsonObject part(String startDate, int hours) {
    return contractItem("E-1", ANNA, hours)
        .put("contractNumber", "C-1")
        .put("startDate", startDate);
  }

  private static String counts(Answer answer) {
    var counts = answer.expect(201).json().getJsonObject("counts");
    return "lines %d, new %d, changed %d, unchanged %d, closed %d"
        .formatted(
            counts.getInteger("lines"),
            counts.getInteger("new"),
            counts.getInteger("changed"),
            counts.getInteger("unchanged"),
            counts.getInteger("closed"));
  }

  private static List<String> parts(JsonObject page) {
    return page.getJsonArray("items").stream()
        .flatMap(item -> ((JsonObject) item).getJsonArray("parts").stream())
        .map(JsonObject.class::cast)
        .map(
            part ->
                "%s %s %.2f %s %s %s %s"
                    .formatted(
                        part.getString("startDate"),
                        part.getString("endDate"),
                        part.getDouble("contractHoursPerWeek"),
                        part.getBoolean("expectedRegistered"),
                        part.getString("department"),
                        part.getString("school"),
                        part.getString("costCentre")))
        .toList();
  }
}
