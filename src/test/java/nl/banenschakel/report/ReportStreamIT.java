package nl.banenschakel.report;

import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports that are read while they are sent, and readers of every kind. */
class ReportStreamIT {
  /** More than the buffers of both ends take together. */
  private static final int ROWS = 12_000;

  private static final int HELD_MAX = 2;
  private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

  /** Transactions that last: those of jobs and audit lines are over sooner. */
  private static final String HELD =
      "select count(*)::text from pg_stat_activity where datname = current_database()"
          + " and pid <> pg_backend_pid() and xact_start < clock_timestamp() - interval '300 ms'";

  private static TestGateway gateway;
  private static UUID organisation;
  private static ApiClient client;
  private static String address;
  private static String token;

  @BeforeAll
  static void a_great_report() {
    gateway =
        TestGateway.start(
            Map.of(
                "database.heldMax", Integer.toString(HELD_MAX),
                "database.heldMsMax", "3000",
                "database.connectTimeoutMs", "1000"));
    organisation = gateway.createOrganisation("Groot", "001000275L01");
    client = gateway.as(organisation, Role.FINANCE);
    token = gateway.token(Set.of(organisation), Role.FINANCE);
    var run = GreatRun.insert(gateway.database(), organisation, ROWS);
    address = "/v1/reports/reconciliation?run=" + run;
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void a_report_of_any_size_is_whole_in_each_form() {
    var json = client.get(address).expect(200).json();
    var csv = client.get(address, "Accept", "text/csv").expect(200).text();
    var text = client.get(address, "Accept", "text/plain").expect(200).text();
    var list = client.get(address.replace("reconciliation", "corrections")).expect(200).json();

    assertThat(json.getJsonArray("people")).hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(json.getJsonArray("findings")).hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(json.getString("resultHash")).isEqualTo("a".repeat(64));
    assertThat(csv.lines()).hasSize(1 + 2 * ROWS);
    assertThat(text).endsWith("Controlegetal (SHA-256): " + "a".repeat(64) + "\n");
    assertThat(list.getJsonArray("items")).hasSize(ROWS);
    assertThat(held()).isZero();
  }

  @Test
  void who_asks_twice_gets_the_same_bytes() {
    var first = client.get(address, "Accept", "text/csv").text();

    assertThat(client.get(address, "Accept", "text/csv").text()).isEqualTo(first);
  }

  @Test
  void a_receiver_never_takes_half_a_report_for_a_whole_one()
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(gateway.base().resolve(address))
            .header("Authorization", "Bearer " + token)
            .build();
    var reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (var body = reply.body()) {
      assertThat(body.readNBytes(2_000)).hasSize(2_000);
      until(() -> held() == 1);

      endSessions();

      assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void the_last_chunk_is_lacking_when_the_database_fails_in_the_middle() {
    try (var reader = ask(address, "HTTP/1.1")) {
      assertThat(reader.read(2_000)).startsWith("HTTP/1.1 200 OK").contains("chunked");
      until(() -> held() == 1);

      endSessions();

      assertThat(reader.rest().endsWith(LAST_CHUNK)).isFalse();
    }
  }

  @Test
  void a_slow_reader_holds_no_cursor_for_longer_than_the_limit() {
    try (var reader = ask(address, "HTTP/1.1")) {
      assertThat(reader.read(2_000)).startsWith("HTTP/1.1 200 OK");
      until(() -> held() == 1);

      until(() -> held() == 0);

      assertThat(reader.rest().endsWith(LAST_CHUNK)).isFalse();
    }
  }

  @Test
  void a_reader_that_goes_away_gives_its_session_back_at_once() {
    var reader = ask(address, "HTTP/1.1");
    assertThat(reader.read(2_000)).startsWith("HTTP/1.1 200 OK");
    until(() -> held() == 1);
    long from = System.nanoTime();

    reader.close();
    until(() -> held() == 0);

    assertThat(System.nanoTime() - from).isLessThan(1_500_000_000L);
  }

  @Test
  void slow_readers_keep_others_from_nothing_but_great_reports() {
    var readers = new ArrayList<SlowReader>();
    for (int n = 0; n < HELD_MAX; n++) {
      var reader = ask(address, "HTTP/1.1");
      assertThat(reader.read(2_000)).startsWith("HTTP/1.1 200 OK");
      readers.add(reader);
    }

    client.get("/v1/reconciliations").expect(200);
    var late = client.get(address);

    assertThat(late.status() + " " + late.code()).isEqualTo("503 UNAVAILABLE_NOW");
    readers.forEach(SlowReader::close);
    until(() -> held() == 0);
    client.get(address, "Accept", "text/csv").expect(200);
  }

  @Test
  void who_reads_is_written_down_before_the_first_byte_leaves() {
    var before = lines();

    try (var reader = ask(address, "HTTP/1.1")) {
      assertThat(reader.read(15)).isEqualTo("HTTP/1.1 200 OK");

      assertThat(lines()).isEqualTo(before + 1);
    }
    assertThat(
            gateway
                .database()
                .texts(
                    "select distinct persons::text from audit.line where status = 200 and"
                        + " operation = 'getReconciliationReport'"))
        .contains(Integer.toString(ROWS));
  }

  @Test
  void http_1_0_cannot_tell_an_end_from_a_cut_and_gets_small_reports_only() {
    var small = GreatRun.insert(gateway.database(), organisation, 3);

    try (var great = ask(address, "HTTP/1.0");
        var few = ask("/v1/reports/reconciliation?run=" + small, "HTTP/1.0")) {
      assertThat(great.rest()).startsWith("HTTP/1.0 505").contains("HTTP_VERSION_TOO_OLD");
      assertThat(few.rest()).startsWith("HTTP/1.0 200").containsIgnoringCase("content-length: ");
    }
  }

  @Test
  void head_tells_what_get_would_and_sends_none_of_it() {
    var head = client.send("HEAD", address, Optional.empty(), new byte[0]);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).isEqualTo("application/json");
    assertThat(head.text()).isEmpty();
    assertThat(held()).isZero();
  }

  private static SlowReader ask(String target, String version) {
    return SlowReader.ask(gateway.base(), token, target, version);
  }

  private static int held() {
    return Integer.parseInt(gateway.database().texts(HELD).get(0));
  }

  private static int lines() {
    return gateway.database().texts("select line_id::text from audit.line").size();
  }

  private static void endSessions() {
    gateway.database().asSuperuser(HELD.replace("count(*)::text", "pg_terminate_backend(pid)"));
  }
}
