package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.CARO;
import static nl.banenschakel.payroll.WageReturns.anonymous;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.messageOf;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.relationship;
import static nl.banenschakel.payroll.WageReturns.supplement;
import static nl.banenschakel.payroll.WageReturns.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Upload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WageReturnIT {
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
  void a_full_return_is_all_new() {
    var upload = payroll.deliver(FIRST);

    assertThat(upload.state()).isEqualTo(Upload.State.ACCEPTED);
    assertThat(PayrollInTest.counts(upload))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "tijdvakken", 1L,
                "relationships", 3L,
                "withdrawals", 0L,
                "anonymous", 1L,
                "versionsNew", 3L,
                "superseded", 0L));
    assertThat(payroll.open())
        .containsExactly(
            "2026-M03 1 person P-1 100 32.50 3456.50 true 1 15",
            "2026-M03 2 person P-2 50 32.50 3456.50 true 1 15",
            "2026-M03 3 anonymous X 10 32.50 3456.50 true 1 15");
    assertThat(payroll.rows("payroll.staged") + payroll.rows("person.staged")).isZero();
    assertThat(payroll.rows("person.person")).isEqualTo(2);
  }

  @Test
  void another_message_under_the_same_id_is_refused() {
    payroll.deliver(FIRST);
    var before = payroll.all();

    for (var other :
        List.of(
            FIRST.replace("<AantVerlU>50<", "<AantVerlU>51<"),
            FIRST.replace("VolledigeAangifte>", "AanvullendeAangifte>"),
            FIRST.replace(BERT, CARO),
            FIRST.replace(
                "<PersNr>X</PersNr>\n  <NatuurlijkPersoon>",
                "<PersNr>X</PersNr>\n  <NatuurlijkPersoon><SofiNr>" + CARO + "</SofiNr>"))) {
      var refusal = catchThrowableOfType(Failure.Conflict.class, () -> payroll.deliver(other));

      assertThat(refusal.code()).isEqualTo("WAGE_RETURN_ID_REUSED");
      assertThat(payroll.all()).isEqualTo(before);
    }
    assertThat(payroll.rows("payroll.staged") + payroll.rows("person.staged")).isZero();
    assertThat(payroll.rows("person.person")).isEqualTo(2);
  }

  @Test
  void nothing_of_a_refused_return_stays_but_its_mistakes() {
    payroll.deliver(FIRST);
    var before = payroll.all();

    var refusal = payroll.refusal(SECOND.replace("<AantVerlU>60", "<AantVerlU>veel"));

    assertThat(PayrollInTest.mistakes(refusal))
        .containsExactly(
            "AdministratieveEenheid/TijdvakAangifte/VolledigeAangifte/InkomstenverhoudingInitieel[2]/Werknemersgegevens/AantVerlU"
                + " WHOLE_NUMBER_FORM");
    assertThat(payroll.all()).isEqualTo(before);
    assertThat(payroll.rows("payroll.staged") + payroll.rows("person.staged")).isZero();
  }

  @Test
  void a_relationship_that_is_there_twice_is_refused_with_both_places() {
    var twice =
        message(
            "2026-04-10T10:00:00",
            "1",
            supplement(
                START,
                END,
                person(ANNA, 1, 1),
                anonymous("X", 1, 1),
                anonymous("Y", 1, 1),
                relationship("other", ANNA, 1, 2),
                withdrawal(ANNA, 1)));

    var refusal = payroll.refusal(twice);

    var block = "AdministratieveEenheid/TijdvakAangifte/AanvullendeAangifte/";
    assertThat(PayrollInTest.mistakes(refusal))
        .containsExactly(
            block + "InkomstenverhoudingInitieel[4] DUPLICATE_RELATIONSHIP",
            block + "InkomstenverhoudingIntrekking[1] DUPLICATE_RELATIONSHIP");
    assertThat(refusal.violations())
        .allMatch(it -> it.detail().contains(block + "InkomstenverhoudingInitieel[1]:"));
  }

  @Test
  void a_return_of_somebody_elses_number_is_refused() {
    var other = messageOf("001000287L02", "2026-04-10T10:00:00", "1", full(START, END));

    assertThat(PayrollInTest.mistakes(payroll.refusal(other)))
        .containsExactly("AdministratieveEenheid/LhNr LOONHEFFINGENNUMMER_NOT_YOURS");
  }

  @Test
  void anonymous_relationships_are_told_apart_by_personnel_number_and_num_iv() {
    payroll.deliver(
        message(
            "2026-04-10T10:00:00",
            "1",
            full(
                START,
                END,
                anonymous("X", 1, 1),
                anonymous("X", 2, 2),
                anonymous("Y", 1, 3),
                anonymous(null, 1, 4))));

    payroll.deliver(
        message("2026-04-11T10:00:00", "2", correction(START, END, anonymous("X", 1, 9))));

    assertThat(
            payroll.texts(
                "select verloonde_uren::text from payroll.published_relationship order by 1"))
        .containsExactly("2", "3", "4", "9");
    assertThat(payroll.rows("person.person")).isZero();
  }

  @Test
  void a_relationship_without_bsn_and_personnel_number_is_there_once_for_a_num_iv() {
    var twice =
        full(START, END, anonymous(null, 1, 1), anonymous(null, 2, 1), anonymous(null, 1, 2));

    assertThat(PayrollInTest.mistakes(payroll.refusal(message("2026-04-10T10:00:00", "1", twice))))
        .containsExactly(
            "AdministratieveEenheid/TijdvakAangifte/VolledigeAangifte/InkomstenverhoudingInitieel[3]"
                + " DUPLICATE_RELATIONSHIP");
  }

  @Test
  void a_personnel_number_that_may_be_a_bsn_is_stored_as_a_pseudonym_that_finds_it_again() {
    var number = "NL" + CARO;
    payroll.deliver(message("2026-04-10T10:00:00", "1", full(START, END, anonymous(number, 1, 1))));
    payroll.deliver(
        message("2026-04-11T10:00:00", "2", correction(START, END, anonymous(number, 1, 9))));

    assertThat(payroll.open()).containsExactly("2026-M03 1 anonymous 9 32.50 3456.50 true 1 15");
    assertThat(payroll.all()).noneMatch(it -> it.contains(CARO));
    assertThat(
            payroll.texts(
                "select r::text from payroll.relationship r where subject = encode(substr(sha256("
                    + "convert_to('PersNr %s', 'UTF8')), 1, 16), 'hex')::uuid".formatted(number)))
        .isEmpty();
  }

  @Test
  void organisations_see_nothing_of_each_other() {
    payroll.deliver(FIRST);
    payroll.anotherOrganisation();

    assertThat(payroll.all()).isEmpty();
    assertThat(
            payroll.rows("payroll.message")
                + payroll.rows("payroll.block")
                + payroll.rows("payroll.published_return"))
        .isZero();
    assertThat(PayrollInTest.counts(payroll.deliver(CORRECTION))).containsEntry("superseded", 0L);
    assertThat(payroll.open()).hasSize(2);
  }
}
