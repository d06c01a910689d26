package nl.banenschakel.statement.setu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.statement.sent.LineDraft.Action;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Reference.Owner;
import org.junit.jupiter.api.Test;

class TimecardTest {

  @Test
  void the_published_example_states_its_hours() {
    var stated = Setu.ofJson(Setu.json());

    var draft = stated.draft();
    assertThat(draft.document()).isEqualTo(new Reference(Owner.RECEIVER, "005aab 54c9f"));
    assertThat(draft.assignment()).contains(new Reference(Owner.PROVIDER, "12fe386fe7c"));
    assertThat(draft.firstDay()).isEqualTo("2024-10-23");
    assertThat(draft.lastDay()).isEqualTo("2024-10-27");
    assertThat(draft.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.line()).isEqualTo(new Reference(Owner.RECEIVER, "8ae7c9583e3"));
              assertThat(line.person()).isEqualTo(new Reference(Owner.RECEIVER, "0bef87e0a7b"));
              assertThat(line.place()).isEqualTo("/timeInterval/0");
              assertThat(line.hourType()).isEqualTo("HT100");
              assertThat(line.day()).isEqualTo(LocalDate.of(2024, 10, 23));
              assertThat(line.hours().total()).isEqualByComparingTo("8");
              assertThat(line.start().orElseThrow()).isEqualTo("2024-10-23T09:00:00+02:00");
              assertThat(line.action()).isEqualTo(Action.ADD);
            });
    assertThat(stated.warnings()).isEmpty();
  }

  @Test
  void a_statement_without_lines_is_one() {
    var empty = Setu.edited(card -> card.remove("timeInterval"));

    assertThat(Setu.ofJson(empty).draft().lines()).isEmpty();
  }

  @Test
  void every_mistake_is_told_at_once_with_its_pointer_and_never_with_a_value() {
    var wrong =
        """
        {"documentId": {"value": "", "schemeAgencyId": "Nobody"},
         "person": {"id": []},
         "period": {"datePeriod": {"start": "2026-02-30"}},
         "timeInterval": [{"typeCode": {"value": 7}, "period": {}, "extra-secret": 1}],
         "allowance": {},
         "referenceNumber": null,
         "project": "secret"}
        """;

    var mistakes = Setu.violations(Setu::ofJson, wrong);

    assertThat(mistakes.stream().map(it -> it.at() + " " + it.code()))
        .containsExactlyInAnyOrder(
            "/documentId/value TEXT_LENGTH",
            "/documentId/schemeAgencyId VALUE_UNKNOWN",
            "/person/id LIST_LENGTH",
            "/period/datePeriod/start DATE_FORM",
            "/period/datePeriod/end VALUE_REQUIRED",
            "/timeInterval/0/id VALUE_REQUIRED",
            "/timeInterval/0/typeCode/value VALUE_TYPE",
            "/timeInterval/0/period/dateTimePeriod VALUE_REQUIRED",
            "/timeInterval/0 MEMBER_UNKNOWN",
            "/allowance VALUE_TYPE",
            "/referenceNumber VALUE_TYPE",
            "/project VALUE_TYPE");
    assertThat(mistakes.toString()).doesNotContain("secret").doesNotContain("Nobody");
  }

  @Test
  void mistakes_in_xml_have_element_paths_and_what_the_form_misses_a_line() {
    var wrong =
        Setu.xml()
            .replace("<code>c9a3c1 543b7</code>", "<color>x</color>")
            .replace("<timeTotal>8.00</timeTotal>", "<timeTotal>8,00</timeTotal>")
            .replace("<multiplier>100", "<multiplier>much");

    var mistakes = Setu.violations(Setu::ofXml, wrong);

    assertThat(mistakes.stream().map(it -> it.at() + " " + it.code()))
        .containsExactly(
            "department ELEMENT_UNEXPECTED",
            "department/code ELEMENT_MISSING",
            "timeInterval[1]/payRates[1]/multiplier VALUE_TYPE");
    assertThat(mistakes.get(0).line()).hasValue(77);
  }

  @Test
  void what_only_shows_in_the_hours_has_its_place_too() {
    var wrong =
        Setu.edited(
            card -> {
              var interval = card.getJsonArray("timeInterval").getJsonObject(0);
              card.getJsonArray("timeInterval")
                  .add(interval.copy())
                  .add(
                      Setu.id(interval, "b")
                          .put("timeTotal", "-1")
                          .put("period", Setu.time("2026-10-24T22", "2026-10-25T06:00:00")))
                  .add(
                      Setu.without(Setu.id(interval, "c"), "timeTotal")
                          .put("period", Setu.time("2026-10-24", null)));
            });

    assertThat(Setu.mistakes(Setu::ofJson, wrong))
        .containsExactly(
            "/timeInterval/1 LINE_REPEATED",
            "/timeInterval/2/period/dateTimePeriod/start DATE_TIME_FORM",
            "/timeInterval/2/timeTotal HOURS_RANGE",
            "/timeInterval/3 HOURS_REQUIRED");
  }

  @Test
  void a_card_may_leave_out_its_assignment() {
    var without = Setu.edited(card -> card.remove("staffingIds"));

    assertThat(Setu.ofJson(without).draft().assignment()).isEmpty();
  }

  @Test
  void what_is_odd_is_taken_with_a_warning() {
    var odd =
        Setu.edited(
            card -> {
              var interval = card.getJsonArray("timeInterval").getJsonObject(0);
              interval.put("timeTotal", "9.00").put("dayAssignment", "2024-10-28");
            });

    var stated = Setu.ofJson(odd);

    assertThat(stated.draft().lines().get(0).hours().total()).isEqualByComparingTo("9");
    assertThat(stated.draft().lines().get(0).day()).isEqualTo("2024-10-28");
    assertThat(stated.warnings().stream().map(Violation::code))
        .containsExactly("DAY_OUTSIDE_PERIOD", "HOURS_ABOVE_INTERVAL");
  }
}
