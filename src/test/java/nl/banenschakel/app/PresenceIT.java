package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.contract;
import static nl.banenschakel.app.SampleFiles.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Absence from a list is not exit (DOMAIN 3.3): who lacks in newer lists stays seen until that
 * happened twice. Anna and Bas have 80 verloonde uren each in every month.
 */
class PresenceIT {
  private static final int MONTH_HOURS = 80;

  private static InProcess gateway;

  @BeforeAll
  static void start() {
    gateway = new InProcess();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void who_lacks_in_one_newer_list_is_still_seen() {
    var employer = employer(2);
    list(employer, "2026-01-01", ANNA, BAS);
    list(employer, "2026-02-01", BAS);

    assertThat(registeredHours(employer)).isEqualTo(4 * MONTH_HOURS);
  }

  @Test
  void who_lacks_in_two_newer_lists_is_no_longer_seen_after_the_last_one_they_were_on() {
    var employer = employer(3);
    list(employer, "2026-01-01", ANNA, BAS);
    list(employer, "2026-02-01", BAS);
    list(employer, "2026-03-01", BAS);

    assertThat(registeredHours(employer)).isEqualTo(3 * MONTH_HOURS + MONTH_HOURS);
  }

  @Test
  void a_month_that_only_the_newest_list_speaks_for_does_not_bring_anybody_back() {
    var employer = employer(4);
    list(employer, "2026-01-01", ANNA, BAS);
    list(employer, "2026-02-01", BAS);
    list(employer, "2026-03-01", BAS);
    list(employer, "2026-04-15", BAS);

    assertThat(registeredHours(employer)).isEqualTo(4 * MONTH_HOURS + MONTH_HOURS);
  }

  @Test
  void who_comes_back_on_a_list_was_seen_all_along() {
    var employer = employer(3);
    list(employer, "2026-01-01", ANNA, BAS);
    list(employer, "2026-02-01", BAS);
    list(employer, "2026-03-01", ANNA, BAS);

    assertThat(registeredHours(employer)).isEqualTo(6 * MONTH_HOURS);
  }

  @Test
  void whom_hr_expects_and_nobody_asked_about_is_no_difference() {
    var employer = employer(3);
    employer.contracts(
        Buffer.buffer(
            "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Doelgroep verwacht\n"
                + "E-1;"
                + ANNA
                + ";01-01-2024;;18;ja\nE-2;"
                + BAS
                + ";01-01-2024;;18;ja\n"));
    list(employer, "2025-12-31", BAS);

    assertThat(codes(employer)).doesNotContain("EXPECTED_NOT_REGISTERED E-1");

    list(employer, "2026-01-31", BAS);
    assertThat(codes(employer)).contains("EXPECTED_NOT_REGISTERED E-1");
  }

  private static List<String> codes(InProcess.Employer employer) {
    return employer.report().getJsonArray("findings").stream()
        .map(JsonObject.class::cast)
        .map(finding -> finding.getString("code") + " " + finding.getString("personnelNumber"))
        .toList();
  }

  private static InProcess.Employer employer(int months) {
    var employer = gateway.employer(NUMBER, () -> 1 << 20);
    employer.contracts(
        Buffer.buffer(CONTRACT_HEADER + contract("E-1", ANNA, "18") + contract("E-2", BAS, "18")));
    for (int month = 1; month <= months; month++) {
      employer.wageReturn(
          Buffer.buffer(
              SampleFiles.wageReturn(
                  month,
                  relationship("E-1", ANNA, MONTH_HOURS),
                  relationship("E-2", BAS, MONTH_HOURS))));
    }
    return employer;
  }

  private static void list(InProcess.Employer employer, String peildatum, String... bsns) {
    employer.register(
        Buffer.buffer("BSN\n" + String.join("\n", bsns) + "\n"), LocalDate.parse(peildatum));
  }

  private static int registeredHours(InProcess.Employer employer) {
    return employer.report().getJsonObject("totals").getInteger("verloondeUrenRegistered");
  }
}
