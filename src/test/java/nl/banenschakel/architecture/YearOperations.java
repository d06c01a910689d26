package nl.banenschakel.architecture;

import static nl.banenschakel.architecture.ContractOperation.JSON;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Role;

/** The operations about years. This year may be opened whatever day it is. */
final class YearOperations {
  private YearOperations() {}

  static Stream<ContractOperation> all() {
    var year = "/v1/years/" + thisYear();
    return Stream.of(
        sending("openYear", "/v1/years", Role.PAYROLL, Role.FINANCE).with(JSON, draft()),
        sending("refreshYear", year + "/_refresh", Role.HR, Role.REVIEWER),
        reading("listYears", "/v1/years"),
        reading("getYear", year),
        reading("listCarriedContracts", year + "/contracts?limit=2", Role.HR, Role.REVIEWER),
        reading("listLeftBehind", year + "/left-behind?limit=2", Role.PAYROLL, Role.FINANCE));
  }

  /** Opens the year that the others read. */
  static String draft() {
    return "{\"year\":%d}".formatted(thisYear());
  }

  private static int thisYear() {
    return LocalDate.now(ZoneOffset.UTC).getYear();
  }
}
