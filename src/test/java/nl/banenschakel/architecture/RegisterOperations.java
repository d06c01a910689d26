package nl.banenschakel.architecture;

import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.architecture.ContractOperation.JSON;
import static nl.banenschakel.architecture.ContractOperation.deleting;
import static nl.banenschakel.architecture.ContractOperation.putting;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import java.util.stream.Stream;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;

/** The operations around the register that are neither deliveries nor what was delivered. */
final class RegisterOperations {
  /** A mandate that holds for as long as this test will be there. */
  private static final String MANDATE =
      "{\"loonheffingennummer\":\"%s\",\"holder\":\"Bureau\",\"covers\":[\"list\",\"answer\"],"
              .formatted(NUMBER)
          + "\"firstDay\":\"2026-01-01\",\"lastDay\":\"2099-12-31\"}";

  private static final String CHECK =
      "{\"loonheffingennummer\":\"%s\",\"purpose\":\"candidate\",\"bsn\":\"%s\"}"
          .formatted(NUMBER, SampleFiles.ANNA);

  private RegisterOperations() {}

  static Stream<ContractOperation> all() {
    return Stream.of(
        sending("explainPerson", "/v1/persons/_explain", Role.PAYROLL, Role.REVIEWER)
            .with(
                JSON,
                "{\"loonheffingennummer\":\"%s\",\"bsn\":\"%s\"}"
                    .formatted(NUMBER, SampleFiles.ANNA)),
        reading(
            "listDifferences",
            "/v1/register-snapshots/{snapshot}/differences?with={snapshot}",
            Role.HR,
            Role.REVIEWER),
        sending("addRegisterMandate", "/v1/register-mandates", Role.HR, Role.PAYROLL)
            .with(JSON, MANDATE),
        putting("changeRegisterMandate", "/v1/register-mandates/{mandate}", Role.HR, Role.FINANCE)
            .with(JSON, MANDATE, "If-Match", "*"),
        deleting(
                "withdrawRegisterMandate",
                "/v1/register-mandates/{withdrawn}",
                Role.HR,
                Role.PAYROLL)
            .withHeader("If-Match", "*"),
        putting("setRegisterSchedule", "/v1/register-schedules/{schedule}", Role.HR, Role.FINANCE)
            .with(JSON, "{\"every\":\"P1M\"}", "If-Match", "*"),
        sending(
            "fetchRegisterList", "/v1/register-schedules/{schedule}/_fetch", Role.HR, Role.PAYROLL),
        sending("checkRegister", "/v1/register-checks", Role.HR, Role.PAYROLL).with(JSON, CHECK),
        reading("listRegisterMandates", "/v1/register-mandates?limit=2"),
        reading("getRegisterMandate", "/v1/register-mandates/{mandate}"),
        reading("listRegisterSchedules", "/v1/register-schedules?limit=2"),
        reading("getRegisterSchedule", "/v1/register-schedules/{schedule}"));
  }
}
