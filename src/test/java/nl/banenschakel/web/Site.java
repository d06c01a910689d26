package nl.banenschakel.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.testing.Await.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.audit.AuditLog;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.DevelopmentTokens;
import nl.banenschakel.platform.auth.KeySet;
import nl.banenschakel.platform.auth.Representations;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.auth.TokenGate;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Admission;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.HttpLimits;
import nl.banenschakel.platform.intake.Intakes;
import nl.banenschakel.platform.intake.UploadService;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.report.Rehearsal;
import nl.banenschakel.report.Reporting;

/** The pages on a free port of the loopback, a clock that stands still, and a browser of sorts. */
final class Site implements AutoCloseable {
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static final Rehearsal NO_RUNS =
      (caller, question, reading) -> Future.failedFuture("Pages ask nothing as of a moment.");

  private final SignIn signIn;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient browser = HttpClient.newHttpClient();
  private final String url;
  private Instant now = Instant.parse("2026-04-02T10:00:00Z");

  private Site(Db db, Path keys, boolean https, boolean development) throws IOException {
    signIn = new SignIn(https, () -> now);
    var trusted = KeySet.load(DevelopmentTokens.in(keys).keySet());
    var gate = new TokenGate(vertx, trusted, DevelopmentTokens.RULES, InstantSource.system());
    var http =
        Endpoints.create(
            vertx,
            new Admission(gate, Representations.NONE),
            "1.0.0",
            new AuditLog(vertx, db),
            (operation, status, elapsed) -> {});
    var shown = development ? Optional.of(signIn) : Optional.<SignIn>empty();
    Web.of(Reporting.of(db, NO_RUNS).service(), uploads(db, keys), shown).mount(http);
    var server = http.server(vertx, HttpLimits.options()).listen(0, "127.0.0.1");
    url = "http://127.0.0.1:" + await(server).actualPort();
  }

  /** Of no kind of file: pages of deliveries are looked at in front of the whole gateway. */
  private UploadService uploads(Db db, Path keys) {
    var vault = Vault.create(keys.resolve("vault-" + UUID.randomUUID() + ".json"));
    var workers = vertx.createSharedWorkerExecutor("pages", 1);
    var none = new Intakes(List.of(), (tx, number) -> Future.succeededFuture());
    return new UploadService(db, none, new Jobs(db), vault, workers);
  }

  static Site development(Db db, Path keys) throws IOException {
    return new Site(db, keys, false, true);
  }

  /** Where a proxy with TLS stands before it. */
  static Site behindTls(Db db, Path keys) throws IOException {
    return new Site(db, keys, true, true);
  }

  static Site production(Db db, Path keys) throws IOException {
    return new Site(db, keys, false, false);
  }

  String url() {
    return url;
  }

  void later(Duration duration) {
    now = now.plus(duration);
  }

  String link(UUID organisation, Role role) {
    return signIn.link(
        new Caller("someone", organisation, Set.of(organisation), Set.of(role)), url);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** As the button of a page of ours sends it. */
  HttpResponse<String> post(String path, String form, String... headers) {
    return postFrom("same-origin", path, form, headers);
  }

  HttpResponse<String> postFrom(String site, String path, String form, String... headers) {
    return send(form(path, form, headers).header("Sec-Fetch-Site", site));
  }

  /** As a browser from before {@code Sec-Fetch-Site} sends it. */
  HttpResponse<String> postOfOrigin(String origin, String path, String form) {
    return send(form(path, form).header("Origin", origin));
  }

  HttpResponse<String> follow(String link) {
    return post("/sign-in", "code=" + URLEncoder.encode(code(link), UTF_8));
  }

  /** Signs in, and gives the cookie as a browser sends it back. */
  String session(UUID organisation, Role role) {
    return cookie(follow(link(organisation, role)));
  }

  static String cookie(HttpResponse<String> reply) {
    return reply.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  static String code(String link) {
    return link.substring(link.indexOf("code=") + "code=".length());
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private HttpRequest.Builder form(String path, String form, String... headers) {
    return request(path, headers)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var builder = HttpRequest.newBuilder(URI.create(url + path)).setHeader("Accept", HTML);
    for (int i = 0; i < headers.length; i += 2) {
      builder = builder.setHeader(headers[i], headers[i + 1]);
    }
    return builder;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
