package nl.banenschakel.statement.setu;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.statement.setu.form.Value;

/** The code lists of SETU 1.4.2, as its business rules have them. */
final class HrXmlCodes {
  private static final Set<String> HOUR_TYPES =
      Set.of(
          "Additional",
          "Additional canceled",
          "Additional complemented",
          "Additional wage dispensation",
          "Additionalplus",
          "Additionalplus canceled",
          "Adoption leave",
          "Attendance",
          "Break",
          "Care Leave",
          "Child-birth sick time",
          "Compensation leave",
          "Contract hours",
          "Funeral",
          "Holiday",
          "Internal",
          "Internship",
          "Maternity Leave",
          "Overtime",
          "Overtime canceled",
          "Overtime complemented",
          "Overtime wage dispensation",
          "Overtimeplus",
          "Overtimeplus canceled",
          "Pregnancy sick time",
          "Reduction of working hours",
          "Regular",
          "Regular canceled",
          "Regular complemented",
          "Regular wage dispensation",
          "Shift",
          "Shift canceled",
          "Shift complemented",
          "Shift wage dispensation",
          "Shiftplus",
          "Shiftplus canceled",
          "Short leave",
          "Sick time",
          "Special Leave",
          "Standby",
          "Time for time hour build-up",
          "Time for time overtime hour build-up",
          "Training",
          "Transition allowance",
          "Travel",
          "Unpaid leave",
          "Vacation",
          "Vacation additional",
          "WTR (work time reduction)",
          "Withdrawal time for time hours",
          "Work underload");

  /** Each also taxed (B) and untaxed (O). */
  private static final Set<String> ALLOWANCES =
      Stream.of(
              "100 101 102 103 104 105 106 107 201 202 203 300 301 302 303 304 400 501 502 503 600"
                  + " 601 602 603 604 701 702 703 801 802 803 900 901 903 904 905 906 907 908 909"
                  + " 910 911 912 913 914")
          .flatMap(numbers -> Stream.of(numbers.split(" ")))
          .flatMap(number -> Stream.of(number, number + "B", number + "O"))
          .collect(Collectors.toUnmodifiableSet());

  static final Value HOUR_TYPE =
      in(HOUR_TYPES, "HOUR_TYPE_UNKNOWN", "Expected a word of SETU's list of hour types.");
  static final Value ALLOWANCE =
      in(ALLOWANCES, "VALUE_UNKNOWN", "Expected a code of SETU's list of allowances.");
  static final Value RATE =
      Value.oneOf("hourly", "hourlysplit", "hourlyconsolidated", "4weekly", "monthly", "weekly");
  static final Value ACTION = Value.oneOf("Add", "Change", "Void", "Unchanged");
  static final Value STATUS = collapsedOneOf("", "corrected", "rejected");
  static final Value OWNER = collapsedOneOf("StaffingCustomer", "StaffingCompany");
  static final Value EXPENSE_OR_ALLOWANCE = collapsedOneOf("expense", "allowance");

  private HrXmlCodes() {}

  private static Value in(Set<String> codes, String code, String expected) {
    return Value.checked(text -> require(codes.contains(text), code, expected));
  }

  private static Value collapsedOneOf(String... allowed) {
    return Value.collapsed(
        text ->
            require(
                List.of(allowed).contains(text),
                "VALUE_UNKNOWN",
                "Expected one of: %s.".formatted(String.join(", ", allowed))));
  }

  private static void require(boolean fits, String code, String expected) {
    if (!fits) {
      throw new Malformed(code, expected);
    }
  }
}
