package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.CARO;
import static nl.banenschakel.payroll.WageReturns.anonymous;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.supplement;
import static nl.banenschakel.payroll.WageReturns.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WageReturnOrderIT {
  private static final String START = "2026-03-01";
  private static final String END = "2026-03-31";

  private static final String FIRST =
      message(
          "2026-04-10T10:00:00",
          "1",
          full(START, END, person(ANNA, 1, 100), person(BERT, 2, 50), anonymous("X", 3, 10)));
  private static final String CORRECTION =
      message(
          "2026-04-20T10:00:00",
          "2",
          correction(START, END, person(ANNA, 1, 110), person(CARO, 4, 20)));
  private static final String SECOND =
      message(
          "2026-04-25T10:00:00", "3", full(START, END, person(ANNA, 1, 120), person(BERT, 2, 60)));
  private static final String WITHDRAWAL =
      message("2026-05-01T10:00:00", "4", correction(START, END, withdrawal(BERT, 2)));

  private static PayrollInTest payroll;

  @BeforeAll
  static void start() {
    payroll = new PayrollInTest();
  }

  @AfterAll
  static void stop() {
    payroll.close();
  }

  @BeforeEach
  void an_organisation() {
    payroll.anotherOrganisation();
  }

  @Test
  void what_holds_does_not_depend_on_the_order_of_arrival() {
    for (var order : permutations(List.of(FIRST, CORRECTION, SECOND, WITHDRAWAL))) {
      payroll.anotherOrganisation();
      order.forEach(payroll::deliver);

      assertThat(payroll.open())
          .containsExactly(
              "2026-M03 1 person P-1 120 32.50 3456.50 true 1 15", "2026-M03 2 person withdrawn");
      assertThat(payroll.rows("payroll.relationship")).isEqualTo(8);
      assertThat(payroll.texts("select 1::text from payroll.published_relationship")).hasSize(1);
    }
  }

  @Test
  void a_correction_restates_only_its_own_relationships() {
    payroll.deliver(FIRST);

    var upload = payroll.deliver(CORRECTION);

    assertThat(PayrollInTest.counts(upload))
        .containsEntry("versionsNew", 2L)
        .containsEntry("superseded", 1L);
    assertThat(payroll.open())
        .hasSize(4)
        .anyMatch(it -> it.startsWith("2026-M03 1 person P-1 110"));
  }

  @Test
  void a_supplement_adds_restates_and_withdraws() {
    payroll.deliver(FIRST);

    payroll.deliver(
        message(
            "2026-04-11T10:00:00",
            "2",
            supplement(START, END, person(CARO, 9, 7), person(ANNA, 1, -5), withdrawal(BERT, 2))));

    assertThat(payroll.open())
        .containsExactly(
            "2026-M03 1 person P-1 -5 32.50 3456.50 true 1 15",
            "2026-M03 2 person withdrawn",
            "2026-M03 3 anonymous X 10 32.50 3456.50 true 1 15",
            "2026-M03 9 person P-9 7 32.50 3456.50 true 1 15");
  }

  @Test
  void two_corrections_of_one_tijdvak_in_a_message_go_together() {
    payroll.deliver(FIRST);
    var both =
        message(
            "2026-04-11T10:00:00",
            "2",
            correction(START, END, person(ANNA, 1, 7)),
            correction(START, END, person(CARO, 9, 8), withdrawal(BERT, 2)));

    payroll.deliver(both);

    assertThat(payroll.open())
        .containsExactly(
            "2026-M03 1 person P-1 7 32.50 3456.50 true 1 15",
            "2026-M03 2 person withdrawn",
            "2026-M03 3 anonymous X 10 32.50 3456.50 true 1 15",
            "2026-M03 9 person P-9 8 32.50 3456.50 true 1 15");
    assertThat(PayrollInTest.counts(payroll.deliver(both + " "))).containsEntry("versionsNew", 0L);
  }

  @Test
  void but_they_do_not_restate_the_same_relationship() {
    var twice =
        message(
            "2026-04-11T10:00:00",
            "2",
            correction(START, END, person(ANNA, 1, 7)),
            correction("2026-02-01", "2026-02-28", person(ANNA, 1, 8)),
            correction(START, END, person(ANNA, 1, 9)));

    var refusal = payroll.refusal(twice);

    assertThat(PayrollInTest.mistakes(refusal))
        .containsExactly(
            "AdministratieveEenheid/TijdvakCorrectie[3]/InkomstenverhoudingInitieel[1]"
                + " DUPLICATE_RELATIONSHIP");
    assertThat(refusal.violations().get(0).detail())
        .contains("AdministratieveEenheid/TijdvakCorrectie[1]/InkomstenverhoudingInitieel[1]:");
  }

  @Test
  void a_full_return_replaces_its_own_tijdvak_only() {
    payroll.deliver(FIRST);
    payroll.deliver(
        message("2026-05-10T10:00:00", "5", full("2026-04-01", "2026-04-30", person(ANNA, 1, 90))));

    payroll.deliver(SECOND);

    assertThat(payroll.open())
        .extracting(it -> it.substring(0, 21))
        .containsExactly("2026-M03 1 person P-1", "2026-M03 2 person P-2", "2026-M04 1 person P-1");
  }

  @Test
  void a_correction_sent_twice_equals_once() {
    payroll.deliver(FIRST);
    var once = payroll.deliver(CORRECTION);
    var before = payroll.all();

    var again = payroll.deliver(CORRECTION.replace("<IdBer>", "\n  <IdBer>"));

    assertThat(again.id()).isNotEqualTo(once.id());
    assertThat(PayrollInTest.counts(again))
        .containsEntry("versionsNew", 0L)
        .containsEntry("superseded", 0L);
    assertThat(payroll.all()).isEqualTo(before);
    assertThat(payroll.rows("payroll.message")).isEqualTo(2);
  }

  @Test
  void the_same_bytes_at_once_again_give_the_first_answer() {
    var first = payroll.deliver(FIRST);

    assertThat(payroll.deliver(FIRST)).isEqualTo(first);
  }

  @Test
  void an_older_message_sent_again_after_a_newer_one_does_not_take_over() {
    payroll.deliver(FIRST);
    payroll.deliver(SECOND);
    var before = payroll.all();

    var again = payroll.deliver(FIRST);

    assertThat(PayrollInTest.counts(again)).containsEntry("versionsNew", 0L);
    assertThat(payroll.all()).isEqualTo(before);
  }

  @Test
  void what_was_known_at_a_moment_can_be_asked_again() {
    payroll.deliver(FIRST);
    var moment = payroll.texts("select max(known_from)::text from payroll.relationship").get(0);
    payroll.deliver(CORRECTION);
    payroll.deliver(SECOND);

    assertThat(
            payroll.texts(
                "select verloonde_uren::text from payroll.relationship where known_from <= '%s'"
                        .formatted(moment)
                    + " and known_until > '%s' order by num_iv".formatted(moment)))
        .containsExactly("100", "50", "10");
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<T>>();
    for (int i = 0; i < items.size(); i++) {
      var rest = new ArrayList<>(items);
      var first = rest.remove(i);
      for (var tail : permutations(rest)) {
        var whole = new ArrayList<T>(List.of(first));
        whole.addAll(tail);
        all.add(whole);
      }
    }
    return all;
  }
}
