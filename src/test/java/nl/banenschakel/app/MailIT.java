package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invitations that are sent by e-mail, through a real mail server. */
class MailIT {
  private static final String ADDRESS = "planning@werkpool.example";
  private static final String FROM = "banen@example.nl";
  private static final long LONGEST_MS = 20_000;

  private final int port = freePort();
  private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
  private Optional<TestGateway> gateway = Optional.empty();

  @AfterEach
  void stop() {
    gateway.ifPresent(TestGateway::close);
    server.stop();
  }

  @Test
  void who_is_invited_gets_the_link_in_both_languages_and_no_name() throws MessagingException {
    server.start();
    var school = start(smtp());

    try (var log = CapturedLog.start()) {
      var given = invite(school);

      assertThat(server.waitForIncomingEmail(LONGEST_MS, 1)).isTrue();
      var message = server.getReceivedMessages()[0];
      assertThat(message.getFrom()[0]).hasToString(FROM);
      assertThat(message.getAllRecipients()[0]).hasToString(ADDRESS);
      var text = GreenMailUtil.getBody(message).replace("=\r\n", "").replace("=3D", "=");
      assertThat(text)
          .contains("Schoolgroep nodigt", "Schoolgroep invites", given.getString("link"))
          .doesNotContain("Jan", "test-client");
      awaited(() -> mail(school, given).equals("sent"));
      assertThat(log.unmasked() + log.console()).doesNotContain(ADDRESS, given.getString("link"));
    }
  }

  @Test
  void a_message_waits_until_the_mail_server_is_there_and_comes_once() {
    var school = start(smtp());
    var given = invite(school);
    awaited(() -> attempts() > 1);
    assertThat(mail(school, given)).isEqualTo("waiting");

    server.start();

    assertThat(server.waitForIncomingEmail(LONGEST_MS, 1)).isTrue();
    awaited(() -> mail(school, given).equals("sent"));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void in_development_messages_are_files(@TempDir Path folder) throws IOException {
    var school = start(Map.of("mail.from", FROM, "mail.folder", folder.resolve("out").toString()));

    var given = invite(school);
    awaited(() -> mail(school, given).equals("sent"));

    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(MailIT::text)).singleElement().asString().contains("To: " + ADDRESS);
    }
  }

  @Test
  void a_hundred_are_invited_by_mail_in_a_day_and_others_without_it() {
    var school = start(Map.of());
    var given = invite(school);
    gateway
        .orElseThrow()
        .database()
        .asSuperuser(
            "insert into relation.invitation (tenant_id, invitation_id, relation_id, recipient, invited_by,"
                + " expires_at, email) select tenant_id, gen_random_uuid(), relation_id, recipient, invited_by,"
                + " expires_at, email from relation.invitation, generate_series(2, 100)");

    var relation = given.getString("relation");
    var mailed = "{\"recipient\":\"Jan\",\"email\":\"%s\"}".formatted(ADDRESS);
    assertThat(post(school, relation, mailed).code()).isEqualTo("INVITATIONS_MAILED");
    post(school, relation, "{\"recipient\":\"Jan\"}").expect(201);
  }

  @Tag("nightly")
  @Test
  void a_server_that_says_nothing_keeps_no_place() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(silent.getLocalPort());
      var settings = new HashMap<>(smtp());
      settings.put("mail.port", port);
      var school = start(settings);

      assertThat(invite(school).getString("mail")).isEqualTo("waiting");
      try (var first = silent.accept()) {
        first.setSoTimeout(25_000);
        assertThat(first.getInputStream().read()).as("the gateway hangs up").isEqualTo(-1);
      }
    }
  }

  @Test
  void without_a_mail_server_nobody_is_written_to_and_that_is_said() {
    var school = start(Map.of());

    var given = invite(school);

    assertThat(given.getString("mail")).isEqualTo("off");
    assertThat(given.getString("link")).isNotEmpty();
    var wrong = "{\"recipient\":\"Jan\",\"email\":\"jan@example\\r\\nBcc: x@y.nl\"}";
    assertThat(post(school, relation(school), wrong).mistakes())
        .containsExactly("/email EMAIL_FORM");
  }

  private ApiClient start(Map<String, String> settings) {
    var quick = new HashMap<>(settings);
    quick.put("jobs.pollMs", "50");
    quick.put("jobs.retryMs", "100");
    var started = TestGateway.start(quick);
    gateway = Optional.of(started);
    return started.as(started.createOrganisation("Schoolgroep", "001000275L01"), Role.FINANCE);
  }

  private Map<String, String> smtp() {
    return Map.of(
        "mail.from",
        FROM,
        "mail.host",
        "127.0.0.1",
        "mail.port",
        String.valueOf(port),
        "mail.security",
        "none");
  }

  private static JsonObject invite(ApiClient school) {
    var relation = relation(school);
    var draft = "{\"recipient\":\"Jan de Planner\",\"email\":\"%s\"}".formatted(ADDRESS);
    return post(school, relation, draft).expect(201).json().put("relation", relation);
  }

  private static Answer post(ApiClient school, String relation, String draft) {
    return school.post("/v1/relations/" + relation + "/invitations", "application/json", draft);
  }

  private static String relation(ApiClient school) {
    var draft =
        new JsonObject()
            .put("kind", "detachering")
            .put("side", "receiver")
            .put("counterpartyName", "Werkpool")
            .put("firstDay", "2026-01-01");
    return school
        .post("/v1/relations", "application/json", draft.encode())
        .expect(201)
        .json()
        .getString("id");
  }

  private static String mail(ApiClient school, JsonObject given) {
    return school
        .get("/v1/relations/" + given.getString("relation") + "/invitations")
        .items()
        .get(0)
        .getString("mail");
  }

  private int attempts() {
    return gateway.orElseThrow().database().texts("select attempts::text from job.queue").stream()
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void awaited(BooleanSupplier holds) {
    var until = Instant.now().plus(Duration.ofMillis(LONGEST_MS));
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
