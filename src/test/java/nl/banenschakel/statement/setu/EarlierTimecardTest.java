package nl.banenschakel.statement.setu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.LineDraft.Action;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Reference.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlierTimecardTest {
  private static final String BSN = "999990019";

  @Test
  void the_published_example_states_its_hours_by_the_day_they_are_assigned_to() {
    var draft = Setu.ofEarlier(Setu.earlier()).draft();

    assertThat(draft.document()).isEqualTo(new Reference(Owner.RECEIVER, "TC00123456"));
    assertThat(draft.assignment()).contains(new Reference(Owner.PROVIDER, "1234/1234561"));
    assertThat(draft.purchaseOrder()).hasValue("PO123789");
    assertThat(draft.corrects()).isFalse();
    assertThat(draft.lines())
        .extracting(LineDraft::hourType, it -> it.day().toString(), it -> it.hours().hundredths())
        .containsExactly(
            tuple("Regular", "2017-08-07", 800L),
            tuple("Overtime", "2017-08-07", 200L),
            tuple("Regular", "2017-08-08", 800L),
            tuple("Shift", "2017-08-10", 800L),
            tuple("Shift", "2017-08-11", 800L));
    assertThat(draft.lines().get(0).person()).isEqualTo(new Reference(Owner.RECEIVER, "23456"));
    assertThat(draft.lines().get(4).place()).isEqualTo("ReportedTime/TimeInterval[5]");
  }

  @Test
  void a_correction_says_what_becomes_of_each_line() {
    var draft =
        Setu.ofEarlier(Setu.file("v1.4/TimecardExample_v1.3_CorrectionTimecard.xml")).draft();

    assertThat(draft.corrects()).isTrue();
    assertThat(draft.lines().stream().map(LineDraft::action))
        .containsExactly(Action.UNCHANGED, Action.CHANGE, Action.VOID);
    assertThat(draft.lines().get(0).line())
        .isEqualTo(new Reference(Owner.RECEIVER, "TC00123456-1"));
  }

  @Test
  void a_timecard_of_1_3_is_read_as_one_of_1_4() {
    assertThat(Setu.ofEarlier(Setu.file("v1.4/TimecardExample_v1.3.xml")).draft().lines())
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"previous, 2017-08-06", "current, 2017-08-07", "next, 2017-08-08"})
  void a_line_belongs_to_the_day_before_of_or_after_its_start(String assigned, String day) {
    var message =
        Setu.earlier()
            .replaceFirst(
                "billable=\"true\"", "dayAssignment=\"%s\" billable=\"true\"".formatted(assigned));

    assertThat(Setu.ofEarlier(message).draft().lines().get(0).day()).isEqualTo(day);
  }

  @Test
  void a_wage_dispensation_is_not_stated() {
    var message =
        Setu.earlier().replace("type=\"Overtime\"", "type=\"Overtime wage dispensation\"");

    assertThat(Setu.ofEarlier(message).draft().lines().get(1).hourType()).isEqualTo("Overtime");
  }

  @Test
  void every_mistake_is_told_at_once_with_its_path_and_never_with_a_value() {
    var wrong =
        Setu.earlier()
            .replaceFirst("<Duration>8.00", "<Duration>-8.00")
            .replace("type=\"Overtime\"", "type=\"Overwerk\"")
            .replace("multiplier=\"150\"", "multiplier=\"50\"")
            .replace("type=\"102B\"", "type=\"102Z\"")
            .replace("<FormattedName>Jan Pietersen</FormattedName>", "")
            .replace("<ManagerName>M.A. Nager</ManagerName>", "<SupervisorName>X</SupervisorName>");

    var mistakes = Setu.violations(Setu::ofEarlier, wrong);

    assertThat(mistakes.stream().map(it -> it.at() + " " + it.code()))
        .containsExactlyInAnyOrder(
            "ReportedTime/TimeInterval[1]/Duration HOURS_RANGE",
            "ReportedTime/TimeInterval[2]/@type HOUR_TYPE_UNKNOWN",
            "ReportedTime/TimeInterval[2]/RateOrAmount[1]/@multiplier NUMBER_RANGE",
            "ReportedTime/Allowance[1]/@type VALUE_UNKNOWN",
            "ApprovalInfo[1]/Person/PersonName/FormattedName ELEMENT_MISSING",
            "AdditionalData[1]/StaffingAdditionalData/CustomerReportingRequirements"
                + " ELEMENT_UNEXPECTED");
    assertThat(mistakes.toString()).doesNotContain("Overwerk").doesNotContain("102Z");
  }

  @Test
  void a_rejected_one_states_nothing() {
    var rejected = Setu.earlier().replace("status=\"\"", "status=\"rejected\"");

    assertThat(Setu.mistakes(Setu::ofEarlier, rejected))
        .containsExactly("ReportedTime/@status STATUS_REJECTED");
  }

  @Test
  void clock_events_and_resources_that_are_nobody_are_not_read() {
    var event =
        Setu.earlier()
            .replaceFirst(
                "<Allowance ",
                "<TimeEvent type=\"in\"><EventDateTime>2017-08-07</EventDateTime></TimeEvent><Allowance ");

    assertThat(Oracle.ofSetu14().verdict(event)).isEmpty();
    assertThat(Setu.mistakes(Setu::ofEarlier, event))
        .containsExactly("ReportedTime ELEMENT_UNEXPECTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">TC00123456<",
        ">23456<",
        ">Piet van der Berg<",
        ">TC00123456-1<",
        ">Henk de Vries<",
        ">Any comment<",
        ">PO123789<",
        ">1234/1234561<",
        ">3.50<"
      })
  void a_bsn_in_any_text_is_refused_and_not_told(String text) {
    var message = Setu.earlier().replaceFirst(text, ">" + BSN + "<");

    var mistakes = Setu.violations(Setu::ofEarlier, message);

    assertThat(mistakes).isNotEmpty().allMatch(it -> it.code().equals("TEXT_HOLDS_BSN"));
    assertThat(mistakes.toString()).doesNotContain(BSN);
  }

  @ParameterizedTest
  @CsvSource({
    "application/x.setu.timecard-v1.4+xml, 1.4",
    "application/x.setu.timecard-v1.3+xml, 1.3"
  })
  void versions_1_3_and_1_4_are_read(String header, String version) {
    assertThat(EarlierTimecard.version(header)).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "application/x.setu.timecard-v1.0+xml, MESSAGE_VERSION_UNSUPPORTED",
    "application/x.setu.timecard-v1.2+xml, MESSAGE_VERSION_UNSUPPORTED",
    "application/x.setu.timecard-v1.5+xml, MESSAGE_VERSION_UNSUPPORTED",
    "1.4, MESSAGE_VERSION_FORM"
  })
  void other_versions_are_refused_with_a_reason(String header, String code) {
    assertThatThrownBy(() -> EarlierTimecard.version(header))
        .isInstanceOfSatisfying(Malformed.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
