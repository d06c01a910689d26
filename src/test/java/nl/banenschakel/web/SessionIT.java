package nl.banenschakel.web;

import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long somebody stays signed in. */
class SessionIT {
  private static final UUID ORGANISATION = UUID.randomUUID();

  @TempDir private static Path keys;

  private static TestDatabase database;
  private static Vertx vertx;
  private static Db db;

  private Site site;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    vertx = Vertx.vertx();
    db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  @BeforeEach
  void open() throws IOException {
    site = Site.development(db, keys);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void a_session_ends_after_a_quarter_of_an_hour_without_use() {
    var cookie = site.session(ORGANISATION, Role.HR);

    site.later(Sessions.IDLE_MAX.minusSeconds(1));
    assertThat(site.get("/", "Cookie", cookie).statusCode()).isEqualTo(200);
    site.later(Sessions.IDLE_MAX.minusSeconds(1));
    assertThat(site.get("/", "Cookie", cookie).statusCode()).isEqualTo(200);
    site.later(Sessions.IDLE_MAX);
    assertThat(site.get("/", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void a_session_ends_after_eight_hours_however_busy() {
    var cookie = site.session(ORGANISATION, Role.HR);

    int answered = 0;
    while (answered < 100 && site.get("/", "Cookie", cookie).statusCode() == 200) {
      answered++;
      site.later(Duration.ofMinutes(10));
    }

    assertThat(answered).isEqualTo(48);
  }

  @Test
  void signing_out_ends_the_session_itself() {
    var cookie = site.session(ORGANISATION, Role.HR);

    var foreign = site.postFrom("cross-site", "/sign-out", "", "Cookie", cookie);
    var stays = site.get("/", "Cookie", cookie);
    var out = site.post("/sign-out", "", "Cookie", cookie);
    var after = site.get("/", "Cookie", cookie);

    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(stays.statusCode()).isEqualTo(200);
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(out.headers().firstValue("Set-Cookie")).get().asString().contains("Max-Age=0");
    assertThat(after.statusCode()).isEqualTo(401);
  }

  @Test
  void signing_in_again_ends_the_session_before() {
    var first = site.session(ORGANISATION, Role.HR);

    var code = Site.code(site.link(ORGANISATION, Role.HR));
    var second = Site.cookie(site.post("/sign-in", "code=" + code, "Cookie", first));

    assertThat(second).isNotEqualTo(first);
    assertThat(site.get("/", "Cookie", first).statusCode()).isEqualTo(401);
    assertThat(site.get("/", "Cookie", second).statusCode()).isEqualTo(200);
  }
}
