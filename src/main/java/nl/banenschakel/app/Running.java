package nl.banenschakel.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.app.connector.RegisterConnection;
import nl.banenschakel.app.connector.Upstream;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.audit.AuditLog;
import nl.banenschakel.platform.auth.DevelopmentTokens;
import nl.banenschakel.platform.auth.KeySet;
import nl.banenschakel.platform.auth.TokenGate;
import nl.banenschakel.platform.auth.TokenRules;
import nl.banenschakel.platform.client.UpstreamAddress;
import nl.banenschakel.platform.config.Config;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.http.OpenapiDocument;
import nl.banenschakel.platform.intake.IntakeObserver;
import nl.banenschakel.platform.job.JobRunner;
import nl.banenschakel.platform.mail.Mails;
import nl.banenschakel.platform.metrics.Metrics;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.connector.RegisterBridge;
import nl.banenschakel.web.SignIn;
import nl.banenschakel.web.Web;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway that serves. Starts in order, refuses to start half, and closes in reverse order. */
final class Running implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private final Deque<AutoCloseable> closers = new ArrayDeque<>();
  private final Config config;
  private final Supplier<Database> database;
  private final Optional<Function<Vertx, Upstream>> upstream;
  private Optional<DevelopmentTokens> developmentTokens = Optional.empty();
  private Optional<SignIn> signIn = Optional.empty();
  private int httpPort;
  private int managementPort;

  private Running(
      Config config, Supplier<Database> database, Optional<Function<Vertx, Upstream>> upstream) {
    this.config = config;
    this.database = database;
    this.upstream = upstream;
  }

  /** On the database that the settings name. */
  static Running start(Config config) throws IOException {
    return start(config, () -> configured(config));
  }

  /** On a database of the caller's choice, which is closed with the gateway. */
  static Running start(Config config, Supplier<Database> database) throws IOException {
    return start(new Running(config, database, Optional.empty()));
  }

  /** The same, where somebody else is asked than the settings name. */
  static Running start(
      Config config, Supplier<Database> database, Function<Vertx, Upstream> upstream)
      throws IOException {
    return start(new Running(config, database, Optional.of(upstream)));
  }

  private static Running start(Running running) throws IOException {
    try {
      running.start();
      return running;
    } catch (RuntimeException | IOException failed) {
      running.close();
      throw failed;
    }
  }

  /** Where the contract's operations and the pages are. */
  int httpPort() {
    return httpPort;
  }

  /** Where health, readiness and metrics are. */
  int managementPort() {
    return managementPort;
  }

  /** Signs tokens; in production there is none. */
  Optional<DevelopmentTokens> developmentTokens() {
    return developmentTokens;
  }

  /** Makes links that sign somebody in to the pages; in production there is none. */
  Optional<SignIn> signIn() {
    return signIn;
  }

  private void start() throws IOException {
    var norms = Norms.load(Home.norms());
    var contract = OpenapiDocument.load();
    var keysAtHand = keysAtHand();
    var vault = vault();
    var vertx = Gateway.vertx();
    closers.push(() -> Waiting.on(vertx.close()));
    var metrics = new Metrics();
    var gate =
        keysAtHand
            .map(keys -> new TokenGate(vertx, keys, rules(), Clock.systemUTC()))
            .orElseGet(() -> TokenKeys.fetched(vertx, address(), rules(), metrics));
    var opened = opened(database.get());
    var db = Db.open(vertx, opened.app(), config.database().limits());
    closers.push(() -> Waiting.on(db.close()));
    var limits = config.database().limits();
    metrics.watchPool(db::connections, limits.connectionsMax() + limits.heldMax());
    var asked = upstream.orElse(this::configured).apply(vertx);
    watch(asked, metrics);
    IntakeObserver observer =
        (kind, stage, took) -> metrics.delivered(kind, stage.name().toLowerCase(Locale.ROOT), took);
    var gateway = Gateway.over(vertx, db, vault, norms, settings(), asked, observer);
    var pages = Web.of(gateway.reporting().service(), gateway.deliveries().service(), signIn);
    var audit = new AuditLog(vertx, db);
    var http =
        new HttpVerticle(gateway, contract, pages, gate, audit, metrics::answered, config.http());
    var management = new ManagementVerticle(db, metrics, config.management(), asked.register());
    awaitListening(vertx.deployVerticle(http), "http", config.http().host(), config.http().port());
    awaitListening(
        vertx.deployVerticle(management),
        "management",
        config.management().host(),
        config.management().port());
    var runner = new JobRunner(vertx, db, config.jobs(), gateway.workers(), metrics);
    runner.start();
    closers.push(() -> Waiting.on(runner.drain()));
    closers.push(() -> Waiting.on(http.drain()));
    httpPort = http.port();
    managementPort = management.port();
  }

  private Upstream configured(Vertx vertx) {
    var clock = Clock.systemUTC();
    return new Upstream(
        config.connector().map(settings -> RegisterConnection.of(vertx, settings, clock)),
        Mails.Post.of(vertx, config.mail(), config.http().publicUrl()),
        clock);
  }

  private void watch(Upstream asked, Metrics metrics) {
    asked.register().ifPresent(register -> watch(register, metrics));
    asked.post().mailing().ifPresent(post -> closers.push(() -> Waiting.on(post.close())));
  }

  private void watch(RegisterBridge register, Metrics metrics) {
    closers.push(() -> Waiting.on(register.close()));
    metrics.watchCircuit("register", register::state);
  }

  private Gateway.Settings settings() {
    return new Gateway.Settings(config.intake(), config.eventSource(), config.reconcileAfter());
  }

  private static void awaitListening(Future<?> start, String what, String host, int port) {
    try {
      Waiting.on(start);
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof IOException) {
        throw new StartRefused(
            "The gateway cannot listen",
            "%s.host and %s.port: %s:%d is taken, or not this machine's, or not for this user"
                .formatted(what, what, host, port));
      }
      throw failed;
    }
  }

  private boolean isDevelopment() {
    return config.mode() == Config.Mode.DEVELOPMENT;
  }

  /** Those that need nobody else; none where they have to be fetched. */
  private Optional<KeySet> keysAtHand() {
    if (!isDevelopment()) {
      return config.tokens().orElseThrow().keySetFile().map(TokenKeys::trusted);
    }
    var tokens = TokenKeys.development(config.dataFolder());
    developmentTokens = Optional.of(tokens);
    boolean https = "https".equals(config.http().publicUrl().getScheme());
    signIn = Optional.of(new SignIn(https, Clock.systemUTC()));
    return Optional.of(TokenKeys.trusted(tokens.keySet()));
  }

  private UpstreamAddress address() {
    return config.tokens().orElseThrow().keySetUrl().orElseThrow();
  }

  private TokenRules rules() {
    if (isDevelopment()) {
      return DevelopmentTokens.RULES;
    }
    var tokens = config.tokens().orElseThrow();
    return new TokenRules(tokens.issuer(), tokens.audience());
  }

  private Vault vault() {
    Path file = config.vaultKeysetFile();
    return isDevelopment() && !Files.exists(file) ? Vault.create(file) : Vault.open(file);
  }

  private static Database configured(Config config) {
    return config
        .database()
        .app()
        .map(app -> Database.external(app, config.database().migrator()))
        .orElseGet(() -> Database.embedded(config.dataFolder().resolve("postgresql")));
  }

  private <T extends AutoCloseable> T opened(T resource) {
    closers.push(resource);
    return resource;
  }

  /** What is under way ends first; then pool, event loops and an embedded server. */
  @Override
  public synchronized void close() {
    while (!closers.isEmpty()) {
      try {
        closers.pop().close();
      } catch (Exception failed) {
        // The others still have to be closed; the process ends soon after.
        LOG.warn("Could not be closed", failed);
      }
    }
  }
}
