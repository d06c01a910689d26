package nl.banenschakel.norm;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every parameter that the calculations ask for, with the name and the kind it has in the files.
 */
public enum NormName {
  /** Verloonde uren that are one job in a year: the divisor of jobs. */
  HOURS_PER_JOB_PER_YEAR("hoursPerJobPerYear", Kind.DECIMAL),
  /** Hours a week that are one job. */
  HOURS_PER_JOB_PER_WEEK("hoursPerJobPerWeek", Kind.DECIMAL),
  /** Kinds of income relationship (SrtIV) whose hours count. */
  COUNTED_RELATIONSHIP_KINDS("countedRelationshipKinds", Kind.INTEGER_LIST),
  /** Kinds of income relationship (SrtIV) that are Wsw: kept apart from the counted ones. */
  WSW_RELATIONSHIP_KINDS("wswRelationshipKinds", Kind.INTEGER_LIST),
  /** Hours that paid and expected hours of a tijdvak may differ without a finding. */
  TOLERANCE_HOURS("toleranceHours", Kind.DECIMAL),
  /** Share of the expected hours that they may differ, where that is more. */
  TOLERANCE_SHARE("toleranceShare", Kind.DECIMAL),
  /** Newer lists that may lack somebody before "no longer seen" is a finding. */
  PRESENCE_GRACE_REFRESHES("presenceGraceRefreshes", Kind.INTEGER),
  /** Month and day of the next year until which an LKV can be requested. */
  LAST_LKV_REQUEST("lastLkvRequest", Kind.MONTH_AND_DAY),
  /** Month and day of the next year until which wage returns can be corrected for the year. */
  LAST_CORRECTION("lastCorrection", Kind.MONTH_AND_DAY),
  /** Month and day of the year before from which on a year can be opened. */
  YEAR_OPENS_FROM("yearOpensFrom", Kind.MONTH_AND_DAY),
  /** Years after a year, month and day: the last day on which anything of it can change. */
  YEAR_CLOSED_FOR_GOOD("yearClosedForGood", Kind.YEARS_MONTH_AND_DAY),
  /** Days before the last day of a mandate on which its end is told of. */
  MANDATE_WARNING_DAYS("mandateWarningDays", Kind.INTEGER),
  /** Days that evidence about a candidate answers without asking the register again. */
  CHECK_EVIDENCE_DAYS("checkEvidenceDays", Kind.INTEGER),
  /** Days after which the newest register list is old enough to warn. */
  REGISTER_AMBER_AFTER_DAYS("registerAmberAfterDays", Kind.INTEGER),
  /** Days after which it is too old to rely on. */
  REGISTER_RED_AFTER_DAYS("registerRedAfterDays", Kind.INTEGER),
  /** Days from the first working day in which a list may lack somebody. */
  REGISTER_REFRESH_DELAY_DAYS("registerRefreshDelayDays", Kind.INTEGER),
  /** 1 while people of new groups are not shown yet, else 0. */
  REGISTER_NEW_GROUPS_DELAYED("registerNewGroupsDelayed", Kind.INTEGER),
  /** Months after a tijdvak in which its wage return may still come. */
  WAGE_RETURN_DUE_MONTHS("wageReturnDueMonths", Kind.INTEGER),
  /** Hours that a control total and the returns of a tijdvak may differ without a finding. */
  CONTROL_TOTAL_TOLERANCE_HOURS("controlTotalToleranceHours", Kind.DECIMAL),
  /** Years that a line of the audit is kept. */
  AUDIT_LINE_YEARS("auditLineYears", Kind.INTEGER),
  /** Years that what came of a delivery is kept, unless the operator says otherwise. */
  UPLOAD_RESULT_YEARS("uploadResultYears", Kind.INTEGER),
  /** Days after a period in which its hours are to be stated, where an agreement says no other. */
  STATEMENT_DUE_DAYS("statementDueDays", Kind.INTEGER),
  /** Days in which one may object to a statement, where an agreement says no other. */
  OBJECTION_DAYS("objectionDays", Kind.INTEGER),
  /** Month and day of the next year from which a year is settled for good. */
  FINAL_SETTLEMENT_FROM("finalSettlementFrom", Kind.MONTH_AND_DAY),
  /** Days before the last day of an agreement on which its end is told of. */
  AGREEMENT_NOTICE_DAYS("agreementNoticeDays", Kind.INTEGER_LIST),
  /** Euros of LKV for each verloond uur. */
  LKV_EURO_PER_HOUR("lkvEuroPerVerloondUur", Kind.DECIMAL),
  /** Euros of LKV for one worker in a year at most. */
  LKV_EURO_MAX("lkvEuroMaxPerYear", Kind.DECIMAL),
  /** 1 while the quotumheffing is in force, else 0. */
  QUOTUM_ACTIVE("quotumActive", Kind.INTEGER),
  /** 1 while bonus and opslag are in force, else 0. */
  BONUS_AND_OPSLAG_ACTIVE("bonusAndOpslagActive", Kind.INTEGER),
  /** Years after that of its last day that a statement is kept, with its receipt. */
  STATEMENT_YEARS("statementYears", Kind.INTEGER);

  /** What a value may be. */
  enum Kind {
    DECIMAL("a number such as 25.5"),
    INTEGER("a whole number"),
    INTEGER_LIST("a list of whole numbers such as [11, 13, 15]"),
    /** Of every year: so 29 February is none. */
    MONTH_AND_DAY("a month and a day of every year, such as [10, 1]"),
    YEARS_MONTH_AND_DAY("years, and a month and a day of every year, such as [5, 12, 31]");

    private final String expected;

    Kind(String expected) {
      this.expected = expected;
    }

    String expected() {
      return expected;
    }

    boolean isList() {
      return this != DECIMAL && this != INTEGER;
    }

    /** Whether whole numbers are what this is. */
    boolean fits(List<Integer> numbers) {
      return switch (this) {
        case DECIMAL, INTEGER, INTEGER_LIST -> true;
        case MONTH_AND_DAY -> numbers.size() == 2 && isOfEveryYear(numbers.get(0), numbers.get(1));
        case YEARS_MONTH_AND_DAY ->
            numbers.size() == 3 && isOfEveryYear(numbers.get(1), numbers.get(2));
      };
    }

    private static boolean isOfEveryYear(int month, int day) {
      try {
        return MonthDay.of(month, day).isValidYear(1);
      } catch (DateTimeException none) {
        return false;
      }
    }
  }

  private final String text;
  private final Kind kind;

  NormName(String text, Kind kind) {
    this.text = text;
    this.kind = kind;
  }

  /** The name in the files. */
  public String text() {
    return text;
  }

  Kind kind() {
    return kind;
  }

  static Optional<NormName> named(String text) {
    return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
  }
}
