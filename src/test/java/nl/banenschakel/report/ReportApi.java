package nl.banenschakel.report;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;

import java.util.UUID;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A gateway, an employer of its own for every test, and what it delivers. */
class ReportApi {
  static TestGateway gateway;

  UUID organisation;
  ApiClient client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.withoutJobs();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void an_employer() {
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL, Role.FINANCE);
  }

  /** Anna and Bas are on the list of 1 April. */
  void listed() {
    client.postList(NUMBER, "2026-04-01", "BSN\n" + ANNA + "\n" + BAS + "\n").expect(201);
  }

  /** Lines of personnel number, BSN, first and last day, hours, department, school, cost centre. */
  void contracts(String... lines) {
    var header = "Personeelsnummer;BSN;Begindatum;Einddatum;Uren;Afdeling;School;Kostenplaats\n";
    client.postContracts(NUMBER, header + String.join("\n", lines) + "\n").expect(201);
  }

  /** The return of a month of 2026 with so many hours for Anna and for Bas. */
  void paid(int month, int anna, int bas) {
    var file =
        SampleFiles.wageReturn(
            month,
            SampleFiles.relationship("E-1", ANNA, anna),
            SampleFiles.relationship("E-2", BAS, bas));
    client.postWageReturn(file).expect(201);
  }
}
