package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.HostileFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that mean harm are refused soon, each for what it is, and nothing of them stays. */
class HostileFilesIT {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The machine of the tests has others to serve too. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static TestGateway gateway;
  private static StoredRows stored;

  private UUID organisation;
  private ApiClient client;

  static Stream<Arguments> workbooks() {
    return HostileFiles.workbooks().entrySet().stream()
        .map(file -> arguments(file.getKey(), file.getValue()));
  }

  static Stream<Arguments> documents() {
    return HostileFiles.documents().entrySet().stream()
        .map(file -> arguments(file.getKey(), HostileFiles.bytes(file.getValue())));
  }

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    stored = new StoredRows(gateway.database());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void a_new_organisation() {
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workbooks")
  void workbook_is_refused_soon_and_leaves_nothing(String name, byte[] file) {
    requireRefused(name, "/v1/contract-files?delivery=full", XLSX, file);
    requireRefused(name, "/v1/register-snapshots?peildatum=2026-04-01", XLSX, file);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void wage_return_is_refused_soon_and_leaves_nothing(String name, byte[] file) {
    var begun = System.nanoTime();

    var answer = client.post("/v1/wage-returns", "application/xml", file).expect(400);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    assertThat(answer.mistakes()).isNotEmpty();
    assertThat(stored.everything(organisation)).containsExactly("intake.upload 1");
  }

  private void requireRefused(String name, String target, String type, byte[] file) {
    var code = name.substring(0, name.indexOf(' '));
    int uploads = stored.uploads(organisation).size();
    var begun = System.nanoTime();

    var answer = client.post(target, type, file, "Loonheffingennummer", NUMBER).expect(400);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    assertThat(answer.mistakes()).containsExactly("workbook " + code);
    assertThat(stored.everything(organisation)).containsExactly("intake.upload " + (uploads + 1));
  }
}
