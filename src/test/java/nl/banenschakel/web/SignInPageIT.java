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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, sessions and what failures look like. */
class SignInPageIT {
  private static final UUID ORGANISATION = UUID.randomUUID();
  private static final String SIGN_IN_FIRST = "U bent niet ingelogd";

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
  void who_is_not_signed_in_is_told_how_to() {
    var reply = site.get("/");

    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(reply.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(reply.body()).contains(SIGN_IN_FIRST, "scripts/demo", "lang=\"nl\"");
  }

  @Test
  void a_link_shows_a_button_however_often_it_is_looked_at_and_works_once() {
    var link = site.link(ORGANISATION, Role.HR);
    var path = link.substring(site.url().length());

    var looked = site.get(path);
    var lookedAgain = site.get(path);
    var used = site.follow(link);
    var usedAgain = site.follow(link);
    var lookedAfter = site.get(path);

    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(lookedAgain.body())
        .contains("<form method=\"post\" action=\"/sign-in\">", Site.code(link));
    assertThat(used.statusCode()).isEqualTo(303);
    assertThat(used.headers().firstValue("Location")).hasValue("/");
    assertThat(usedAgain.statusCode()).isEqualTo(401);
    assertThat(usedAgain.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(lookedAfter.statusCode()).isEqualTo(401);
    assertThat(lookedAfter.body()).contains("werkt niet meer").doesNotContain(Site.code(link));
  }

  @Test
  void a_link_works_for_ten_minutes() {
    var used = site.link(ORGANISATION, Role.HR);
    var late = site.link(ORGANISATION, Role.HR);

    site.later(SignIn.LINK_LIFETIME.minusSeconds(1));
    var inTime = site.follow(used);
    site.later(Duration.ofSeconds(1));
    var tooLate = site.follow(late);

    assertThat(inTime.statusCode()).isEqualTo(303);
    assertThat(tooLate.statusCode()).isEqualTo(401);
  }

  @Test
  void of_too_many_links_the_oldest_stops_working() {
    var oldest = site.link(ORGANISATION, Role.HR);
    var second = site.link(ORGANISATION, Role.HR);
    for (int i = 0; i < 99; i++) {
      assertThat(site.link(ORGANISATION, Role.HR)).isNotBlank();
    }

    assertThat(site.follow(oldest).statusCode()).isEqualTo(401);
    assertThat(site.follow(second).statusCode()).isEqualTo(303);
  }

  @Test
  void the_cookie_is_for_this_host_and_no_script() {
    var cookie = site.follow(site.link(ORGANISATION, Role.HR)).headers().firstValue("Set-Cookie");

    assertThat(cookie)
        .get()
        .asString()
        .matches("banenschakel=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
  }

  @Test
  void behind_tls_the_cookie_goes_no_other_way() throws IOException {
    try (var secure = Site.behindTls(db, keys)) {
      var reply = secure.follow(secure.link(ORGANISATION, Role.HR));

      assertThat(reply.headers().firstValue("Set-Cookie"))
          .get()
          .asString()
          .matches(
              "__Host-banenschakel=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure");
      assertThat(secure.get("/", "Cookie", Site.cookie(reply)).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void a_form_of_another_site_signs_nobody_in(String other) {
    var link = site.link(ORGANISATION, Role.HR);

    var reply = site.postFrom(other, "/sign-in", "code=" + Site.code(link));

    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(site.follow(link).statusCode()).isEqualTo(303);
  }

  @Test
  void an_older_browser_is_known_by_its_origin() {
    var link = "code=" + Site.code(site.link(ORGANISATION, Role.HR));

    assertThat(site.postOfOrigin("null", "/sign-in", link).statusCode()).isEqualTo(403);
    assertThat(site.postOfOrigin("http://evil.example", "/sign-in", link).statusCode())
        .isEqualTo(403);
    assertThat(site.postOfOrigin(site.url(), "/sign-in", link).statusCode()).isEqualTo(303);
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

  @ParameterizedTest
  @ValueSource(strings = {"", "code=", "code=short", "code=%zz", "other=1", "code=<script>"})
  void a_wrong_code_is_refused_and_never_repeated(String form) {
    var reply = site.post("/sign-in", form);

    assertThat(reply.statusCode()).isBetween(400, 401);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(reply.body()).doesNotContain("<script");
  }

  @Test
  void a_form_has_its_limits() {
    var large = site.post("/sign-in", "code=" + "x".repeat(20_000));

    assertThat(large.statusCode()).isEqualTo(413);
  }

  @Test
  void production_has_no_such_addresses() throws IOException {
    try (var production = Site.production(db, keys)) {
      var link = production.link(ORGANISATION, Role.HR);
      var path = link.substring(production.url().length());

      assertThat(production.get(path).statusCode()).isEqualTo(404);
      assertThat(production.follow(link).statusCode()).isEqualTo(404);
      assertThat(production.post("/sign-out", "").statusCode()).isEqualTo(404);
      assertThat(production.get("/").statusCode()).isEqualTo(401);
      assertThat(production.get("/").body()).contains(SIGN_IN_FIRST).doesNotContain("scripts/");
    }
  }

  @Test
  void a_browser_gets_failures_as_pages_and_a_client_as_problems() {
    var page = site.get("/bestaat-niet");
    var otherMethod = site.post("/", "");
    var client = site.get("/bestaat-niet", "Accept", "application/json");
    var operation = site.get("/v1/bestaat-niet");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Deze pagina bestaat niet", "href=\"/\"");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("style-src 'self'");
    assertThat(otherMethod.statusCode()).isEqualTo(405);
    assertThat(otherMethod.headers().firstValue("Allow")).hasValue("GET, HEAD");
    assertThat(operation.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(client.statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_away_is_told_without_details() throws IOException {
    var broken = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
    await(broken.close());
    try (var failing = Site.development(broken, keys)) {
      var reply = failing.get("/", "Cookie", failing.session(ORGANISATION, Role.HR));

      assertThat(reply.statusCode()).isEqualTo(503);
      assertThat(reply.body())
          .contains("laad de pagina opnieuw")
          .doesNotContain("Exception", "Pool");
    }
  }
}
