package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.contract;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is too long, too deep, too large, of another kind, or never comes to its end is not taken,
 * and leaves nothing.
 */
class IntakeLimitsIT {
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(10);

  private static TestGateway gateway;
  private static StoredRows stored;

  private UUID organisation;
  private ApiClient client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.withoutJobs();
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

  @Test
  void a_line_of_1000_characters_is_taken_and_one_of_1001_is_not() {
    var line = contract("E-1", ANNA, "20,00").strip() + ";";
    var header = CONTRACT_HEADER.strip() + ";Opmerking\n";
    var fits = line + "x".repeat(1_000 - line.length());

    assertThat(client.postContracts(NUMBER, header + fits + "x\n").expect(400).mistakes())
        .containsExactly("line 2 LINE_TOO_LONG");
    client.postContracts(NUMBER, header + fits + "\n").expect(201);
  }

  @Test
  void json_is_at_most_20_levels_deep() {
    for (var path : List.of("/v1/register-snapshots", "/v1/organisations")) {
      var sender = gateway.as(organisation, Role.HR, Role.ADMIN);
      var deep = "{\"name\":" + "[".repeat(20) + "]".repeat(20) + "}";
      var less = "{\"name\":" + "[".repeat(19) + "]".repeat(19) + "}";

      assertThat(sender.post(path, "application/json", deep).expect(400).mistakes())
          .hasSize(1)
          .allMatch(mistake -> mistake.endsWith(" JSON_TOO_DEEP"));
      assertThat(sender.post(path, "application/json", less).expect(400).mistakes())
          .noneMatch(mistake -> mistake.endsWith(" JSON_TOO_DEEP"));
    }
  }

  @Test
  void files_of_another_type_are_415_whatever_they_hold() throws IOException {
    var file = SampleFiles.wageReturn(1).getBytes(UTF_8);
    for (var type : List.of("application/gzip", "text/csv", "application/json", "xml")) {
      client.post("/v1/wage-returns", type, file).expect(415);
    }
    client
        .post("/v1/wage-returns", "application/xml", zipped(file), "Content-Encoding", "gzip")
        .expect(415);
    client
        .post(
            "/v1/contract-files?delivery=full",
            "text/plain",
            CONTRACTS,
            "Loonheffingennummer",
            NUMBER)
        .expect(415);

    assertThat(everythingStored()).isEmpty();
  }

  @Test
  void a_compressed_wage_return_that_says_it_is_xml_is_refused() throws IOException {
    var zipped = zipped(SampleFiles.wageReturn(1).getBytes(UTF_8));

    client.post("/v1/wage-returns", "application/xml", zipped).expect(400);

    assertThat(everythingStored()).containsExactly("intake.upload 1");
  }

  @Test
  void parameters_of_xml_and_csv_types_do_not_matter() {
    client
        .post("/v1/wage-returns", "Text/XML; charset=UTF-8", SampleFiles.wageReturn(1))
        .expect(201);
  }

  @Test
  void more_than_200_mebibytes_is_413_before_it_is_sent_and_leaves_nothing() {
    var answer =
        RawExchange.send(
            gateway.base(),
            headers("/v1/wage-returns", "application/xml") + "Content-Length: 1073741825\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413 ");
    assertThat(everythingStored()).isEmpty();
  }

  @Test
  void a_sender_that_hangs_up_half_way_leaves_nothing() throws InterruptedException {
    var file = new StringBuilder(CONTRACT_HEADER);
    for (int i = 0; i < 20_000; i++) {
      file.append(contract("E-" + i, ANNA, "20,00"));
    }

    RawExchange.abandon(
        gateway.base(),
        headers("/v1/contract-files?delivery=full", "text/csv")
            + "Loonheffingennummer: %s\r\nContent-Length: 100000000\r\n\r\n%s"
                .formatted(NUMBER, file));

    var until = Instant.now().plus(SETTLED_WITHIN);
    while (!requestEnded() && Instant.now().isBefore(until)) {
      Thread.sleep(20);
    }
    assertThat(requestEnded()).isTrue();
    assertThat(everythingStored()).isEmpty();
  }

  private String headers(String target, String type) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
        .formatted(target, gateway.token(Set.of(organisation), Role.HR, Role.PAYROLL), type);
  }

  /** A request of which the sender has gone is counted when nothing of it runs any more. */
  private boolean requestEnded() {
    return gateway
            .managementPage("/metrics")
            .text()
            .lines()
            .anyMatch(
                line -> line.contains("operation=\"addContractFile\"") && line.contains("4xx"))
        && stored.uploads(organisation).isEmpty();
  }

  private static byte[] zipped(byte[] file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(file);
    }
    return bytes.toByteArray();
  }

  private List<String> everythingStored() {
    return stored.everything(organisation);
  }
}
