package nl.banenschakel.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.banenschakel.platform.auth.Forge;
import nl.banenschakel.platform.http.Wire.Answer;
import nl.banenschakel.platform.http.Wire.Body;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
  private static final String JSON = "Content-Type: application/json";
  private static final String CSV = "Content-Type: text/csv; charset=utf-8";
  private static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final int PIECES_OF_1_GIB = 16_384;
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void json_becomes_a_record_and_a_reply() {
    var reply = postThing("{\"name\": \"Jo\"}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location")).isEqualTo("/v1/things/1");
    assertThat(reply.body()).isEqualTo("{\"name\":\"Jo\"}");
  }

  @Test
  void malformed_json_is_told_by_line_and_column_and_never_repeated() {
    var reply = postThing("{\n  \"name\": 999990019x }");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errors()).hasSize(1).first().asString().startsWith("line 2 column ");
    assertThat(reply.body()).doesNotContain("999990019").doesNotContain("Unexpected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "'' > JSON object",
        "[] > VALUE_TYPE",
        "{\"name\": \"a\", \"name\": \"b\"} > MEMBER_REPEATED",
        "{\"name\": \"a\"} {} > JSON_MALFORMED",
        "{\"name\": \"a\", \"other\": 1} > MEMBER_UNKNOWN",
        "{\"name\": 1} > VALUE_TYPE",
        "{} > VALUE_REQUIRED"
      })
  void other_json_is_refused(String body, String says) {
    var reply = postThing(body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains(says);
  }

  @Test
  void json_may_be_twenty_levels_deep() {
    var twenty = "{\"a\":" + "[".repeat(19) + "]".repeat(19) + "}";
    var more = "{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}";
    var bomb = "{\"a\":" + "[".repeat(100_000);

    assertThat(postThing(twenty).body()).contains("MEMBER_UNKNOWN");
    assertThat(postThing(more).errors()).containsExactly("line 1 column 25 JSON_TOO_DEEP");
    assertThat(postThing(bomb).body()).contains("JSON_TOO_DEEP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/jsonp",
        "application/problem+json",
        "multipart/form-data",
        "application/json, text/csv",
        ""
      })
  void another_media_type_is_not_taken(String type) {
    var reply = gateway.asHr("POST /v1/things", List.of("Content-Type: " + type), "{}");

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.json().getString("detail")).contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/json"})
  void parameters_and_case_of_a_media_type_do_not_matter(String type) {
    var reply =
        gateway.asHr("POST /v1/things", List.of("Content-Type: " + type), "{\"name\":\"Jo\"}");

    assertThat(reply.status()).isEqualTo(201);
  }

  @Test
  void a_compressed_body_is_not_taken() {
    var packed = gateway.asHr("POST /v1/things", List.of(JSON, "Content-Encoding: gzip"), "x");
    var plain =
        gateway.asHr(
            "POST /v1/things", List.of(JSON, "Content-Encoding: identity"), "{\"name\":\"Jo\"}");

    assertThat(packed.status()).isEqualTo(415);
    assertThat(plain.status()).isEqualTo(201);
  }

  @Test
  void too_large_is_told_by_length_and_by_counting() {
    var declared = gateway.asHr("POST /v1/things", List.of(JSON), " ".repeat(1_048_577));
    var sent = send("POST /v1/things", List.of(JSON, CHUNKED), Wire.chunks(17, ' '));
    var asJson = send("POST /v1/files", List.of(JSON, CHUNKED), Wire.chunks(17, ' '));

    assertThat(List.of(declared, sent, asJson)).extracting(Answer::status).containsOnly(413);
  }

  @Test
  void who_says_it_sends_too_much_is_answered_at_once_and_not_waited_for() {
    var reply = send("POST /v1/files", List.of(CSV, "Content-Length: 1073741825"), out -> {});

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().getString("detail")).contains("1073741824");
  }

  @Test
  void a_file_of_1_gib_is_taken_and_one_byte_more_is_not() {
    var all = send("POST /v1/files", List.of(CSV, CHUNKED), Wire.chunks(PIECES_OF_1_GIB, 'x'));
    var more = send("POST /v1/files", List.of(CSV, CHUNKED), Wire.chunks(PIECES_OF_1_GIB + 1, 'x'));

    assertThat(all.json().getLong("bytes")).isEqualTo(HttpLimits.UPLOAD_BYTES_MAX);
    assertThat(more.status()).isEqualTo(413);
  }

  @Test
  void nothing_of_a_body_is_lost_while_the_operation_waits() {
    var reply = send("POST /v1/files", List.of(CSV, CHUNKED), Wire.chunks(50, 'x'));

    assertThat(reply.json()).isEqualTo(new JsonObject().put("bytes", 50 * 65_536));
  }

  @Test
  void an_operation_of_two_forms_reads_json_itself() {
    var reply = gateway.asHr("POST /v1/files", List.of(JSON), "{\"name\":\"Jo\"}");

    assertThat(reply.status()).isEqualTo(201);
  }

  @Test
  void a_refused_body_is_read_away_and_the_connection_serves_on() throws IOException {
    var body = "x".repeat(300_000);
    var refused =
        "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n%s".formatted(body);
    var next = "GET /v1/open HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    var text = new String(exchanged(refused + next), StandardCharsets.UTF_8);

    assertThat(text).contains("HTTP/1.1 401", "HTTP/1.1 200").endsWith("hi");
  }

  @Test
  void who_waits_to_send_is_told_first_whether_it_is_wanted() throws IOException {
    var expect = "Host: a\r\nExpect: 100-continue\r\nContent-Length: 13\r\n";
    var refused = "POST /v1/things HTTP/1.1\r\n" + expect + "\r\n";

    var text = new String(exchanged(refused), StandardCharsets.UTF_8);
    var wanted =
        gateway.asHr("POST /v1/things", List.of(JSON, "Expect: 100-continue"), "{\"name\":\"Jo\"}");

    assertThat(text).startsWith("HTTP/1.1 401").containsIgnoringCase("connection: close");
    assertThat(wanted.status()).isEqualTo(201);
  }

  @Test
  void a_sender_that_goes_away_is_counted_and_no_defect() throws Exception {
    var token = Forge.good(Forge.claims());
    var head = "POST /v1/files HTTP/1.1\r\nHost: a\r\n%s\r\nContent-Length: 900\r\n".formatted(CSV);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      var begun = head + "Authorization: Bearer " + token + "\r\n\r\nhalf";
      socket.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));
      Thread.sleep(300);
    }

    assertThat(gateway.observedUntil("postFile 499")).contains("postFile 499");
  }

  /** Sends and reads until the other side closes. */
  private static byte[] exchanged(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      return in.readAllBytes();
    }
  }

  private static Answer postThing(String body) {
    var headers = new ArrayList<>(List.of(JSON));
    if (body.isEmpty()) {
      headers.add("Content-Length: 0");
    }
    return gateway.asHr("POST /v1/things", headers, body);
  }

  private static Answer send(String line, List<String> headers, Body body) {
    var all = new ArrayList<>(headers);
    all.add("Authorization: Bearer " + Forge.good(Forge.claims()));
    return Wire.send(gateway.port(), line, all, body);
  }
}
