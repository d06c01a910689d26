package nl.banenschakel.statement.setu;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.testing.HostileFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no time card may hold or be. */
class TimecardRefusedTest {
  private static final String BSN = "999990019";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "005aab 54c9f",
        "3517d2 03675",
        "The Example Department",
        "0bef87e0a7b",
        "Piet van der Berg",
        "+31692831524",
        "12fe386fe7c",
        "8ae7c9583e3",
        "HT100",
        "EUR"
      })
  void a_bsn_in_any_text_is_refused_and_not_told(String text) {
    var json = Setu.violations(Setu::ofJson, Setu.json().replace(text, "nr " + BSN));
    var xml = Setu.violations(Setu::ofXml, Setu.xml().replace(text, BSN));

    assertThat(json).isNotEmpty().allMatch(it -> it.code().equals("TEXT_HOLDS_BSN"));
    assertThat(xml).isNotEmpty().allMatch(it -> it.code().equals("TEXT_HOLDS_BSN"));
    assertThat(json.toString() + xml).doesNotContain(BSN);
  }

  @Test
  void a_bsn_as_a_number_is_refused() {
    var message = Setu.json().replace("\"value\": 10,", "\"value\": " + BSN + ",");

    assertThat(Setu.mistakes(Setu::ofJson, message))
        .containsExactly("/timeInterval/0/payRates/0/amount/value TEXT_HOLDS_BSN");
  }

  @Test
  void there_is_a_limit_to_lines_and_to_digits() {
    var interval = new JsonObject(Setu.json()).getJsonArray("timeInterval").getJsonObject(0);
    var many =
        IntStream.rangeClosed(0, Setu2Form.LINES_MAX)
            .mapToObj(i -> Setu.id(interval, "i" + i).encode())
            .collect(joining(",", "[", "]"));
    var card = Setu.edited(it -> it.remove("timeInterval"));

    assertThat(
            Setu.mistakes(
                Setu::ofJson,
                card.substring(0, card.length() - 1) + ",\"timeInterval\":" + many + "}"))
        .containsExactly("/timeInterval LIST_LENGTH");
    assertThat(
            Setu.mistakes(
                Setu::ofJson, Setu.json().replace("\"value\": 10,", "\"value\": 1e99999,")))
        .containsExactly("/timeInterval/0/payRates/0/amount/value NUMBER_RANGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0E-999999999", "0e999999999", "0E16"})
  void a_nought_may_not_have_digits_without_end_either(String nought) {
    var message = Setu.json().replace("\"value\": 10,", "\"value\": " + nought + ",");

    assertThat(Setu.mistakes(Setu::ofJson, message))
        .containsExactly("/timeInterval/0/payRates/0/amount/value NUMBER_RANGE");
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void xml_that_means_harm_is_refused_by_what_it_is(String name) {
    var mistakes = Setu.violations(Setu::ofXml, requireNonNull(hostile().get(name)));

    assertThat(mistakes.stream().map(Violation::code))
        .containsAnyOf(name.substring(0, name.indexOf(' ')), "NAMESPACE_UNSUPPORTED");
  }

  @Test
  void an_entity_in_a_time_card_is_refused_before_it_is_looked_at() {
    var message =
        Setu.xml()
            .replace(
                "<Timecard",
                "<!DOCTYPE Timecard [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Timecard")
            .replace("HT100", "&x;");

    assertThat(Setu.violations(Setu::ofXml, message).stream().map(Violation::code))
        .containsExactly("DOCTYPE_NOT_ALLOWED");
  }

  static Set<String> hostileNames() {
    return hostile().keySet();
  }

  static Map<String, String> hostile() {
    return HostileFiles.documents();
  }
}
