package nl.banenschakel.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.db.DatabaseAddress;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.intake.IntakeSettings;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.job.JobSettings;
import nl.banenschakel.platform.mail.MailSettings;

/**
 * The settings. What each means, its default and its environment variable: {@code
 * config/README.md}.
 *
 * @param dataFolder where development keeps its database and keys
 * @param tokens whose are trusted in production; empty: development trusts its own
 * @param vaultKeysetFile the vault's keys; in development made when not there
 * @param intake how files are taken, and how long what came of them is kept
 * @param eventSource who tells of events: a URI
 * @param connector how the register is asked; empty: it is not
 * @param mail how people are written to; empty: they are not
 * @param reconcileAfter how long after a delivery its payroll is reconciled; empty: never by itself
 */
public record Config(
    Mode mode,
    Path dataFolder,
    Http http,
    Management management,
    Database database,
    Optional<Tokens> tokens,
    Path vaultKeysetFile,
    IntakeSettings intake,
    JobSettings jobs,
    URI eventSource,
    Optional<Connector> connector,
    Optional<MailSettings> mail,
    Optional<Duration> reconcileAfter) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final URI EVENT_SOURCE = URI.create("urn:banenschakel:gateway");
  private static final int DAY_MS = 24 * 60 * 60 * 1_000;
  private static final List<String> REQUIRED_IN_PRODUCTION =
      List.of(
          "http.publicUrl", "database.url", "tokens.issuer", "tokens.audience", "vault.keysetFile");

  /** How careful the gateway is with what it was not told. */
  public enum Mode {
    /** Makes itself what it needs: a database, keys, tokens. */
    DEVELOPMENT,
    /** Makes nothing and refuses to start without. */
    PRODUCTION
  }

  /**
   * Where the interface and the pages are served.
   *
   * @param port 0 takes a free one
   * @param publicUrl how clients reach it: absolute, http or https, without a slash at the end
   */
  public record Http(String host, int port, URI publicUrl) {}

  /**
   * Where health, readiness and metrics are served; not for clients.
   *
   * @param port 0 takes a free one
   */
  public record Management(String host, int port) {}

  /**
   * The database.
   *
   * @param app the app role's login; empty: an embedded server in the data folder
   * @param migrator the migrator's login; empty: this gateway does not migrate a server it was
   *     given
   * @param limits of the pool
   */
  public record Database(
      Optional<DatabaseAddress> app, Optional<DatabaseAddress> migrator, Db.Limits limits) {}

  /**
   * Reads the settings.
   *
   * @param file {@code config/gateway.yaml} or another of its form
   * @param home the folder that relative paths start from
   * @param environment the environment variables of the process
   * @throws StartRefused with every mistake; none repeats a value
   */
  public static Config load(Path file, Path home, Map<String, String> environment) {
    var settings = new Settings(YamlFile.read(file), environment);
    var config = read(settings, home);
    settings.refuseMistakes(file);
    return config;
  }

  /**
   * The defaults, and what is set otherwise: without a file.
   *
   * @param set by key
   * @throws StartRefused with every mistake; none repeats a value
   */
  public static Config standard(Path home, Map<String, Object> set) {
    var settings = new Settings(set, Map.of());
    var config = read(settings, home);
    settings.refuseMistakes(home);
    return config;
  }

  static Config read(Settings in, Path home) {
    var mode = in.parsed("mode", Config::mode, "expected development or production");
    if (mode.orElse(Mode.DEVELOPMENT) == Mode.PRODUCTION) {
      requireForProduction(in);
    }
    var data = home.resolve(in.path("data.folder").orElse(Path.of("data")));
    return new Config(
        mode.orElse(Mode.DEVELOPMENT),
        data,
        http(in),
        new Management(in.text("management.host", LOOPBACK), port(in, "management.port", 8081)),
        database(in),
        Tokens.read(in, home),
        in.path("vault.keysetFile").map(home::resolve).orElse(data.resolve("vault.json")),
        intake(in),
        jobs(in),
        in.parsed("events.source", Config::source, "expected a URI such as urn:nld:oin:...")
            .orElse(EVENT_SOURCE),
        new ConnectorReading(in, home).read(mode.orElse(Mode.DEVELOPMENT)),
        new MailReading(in, home).read(mode.orElse(Mode.DEVELOPMENT)),
        reconcileAfter(in));
  }

  private static Optional<Duration> reconcileAfter(Settings in) {
    int ms = in.whole("reconciliation.afterDeliveryMs", 5_000, -1, DAY_MS);
    return ms < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(ms));
  }

  private static IntakeSettings intake(Settings in) {
    var standard = IntakeSettings.DEFAULT;
    int placesMax = Uploads.UNDER_WAY_MAX;
    return new IntakeSettings(
        in.whole("intake.workers", standard.workers(), 1, 64),
        in.whole("intake.placesPerOrganisation", standard.placesPerOrganisation(), 1, placesMax),
        in.whole("intake.resultDays", 1, 36_500),
        in.whole("intake.rowDays", 0, 36_500));
  }

  private static JobSettings jobs(Settings in) {
    var standard = JobSettings.DEFAULT;
    return new JobSettings(
        in.whole("jobs.concurrencyMax", standard.concurrencyMax(), 0, 64),
        in.whole("jobs.pollMs", standard.pollMs(), 1, DAY_MS),
        in.whole("jobs.leaseMs", standard.leaseMs(), 100, DAY_MS),
        in.whole("jobs.attemptsMax", standard.attemptsMax(), 1, 100),
        in.whole("jobs.retryMs", standard.retryMs(), 1, DAY_MS),
        in.whole("jobs.runMsMax", standard.runMsMax(), 100, DAY_MS),
        in.whole("jobs.drainMs", standard.drainMs(), 1, DAY_MS));
  }

  private static URI source(String text) {
    var source = URI.create(text);
    if (!source.isAbsolute()) {
      throw new IllegalArgumentException();
    }
    return source;
  }

  private static Mode mode(String text) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static void requireForProduction(Settings in) {
    for (var key : REQUIRED_IN_PRODUCTION) {
      if (in.optional(key).isEmpty()) {
        in.mistake(key, "required in production");
      }
    }
    Tokens.requireKeys(in);
  }

  private static Http http(Settings in) {
    var host = in.text("http.host", LOOPBACK);
    var port = port(in, "http.port", 8080);
    var named = host.contains(":") ? "[" + host + "]" : host;
    var publicUrl =
        in.parsed(
            "http.publicUrl",
            Config::publicUrl,
            "expected https://host or http://host, a path allowed");
    return new Http(host, port, publicUrl.orElse(URI.create("http://" + named + ":" + port)));
  }

  private static URI publicUrl(String text) {
    var url = URI.create(text.replaceFirst("/+$", ""));
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web
        || url.getHost() == null
        || url.getUserInfo() != null
        || url.getQuery() != null
        || url.getFragment() != null) {
      throw new IllegalArgumentException();
    }
    return url;
  }

  private static Database database(Settings in) {
    var standard = Db.Limits.DEFAULT;
    return new Database(
        address(in, "database.url"),
        address(in, "database.migratorUrl"),
        new Db.Limits(
            in.whole("database.connectionsMax", standard.connectionsMax(), 1, 1_000),
            in.whole("database.waitingMax", standard.waitingMax(), 1, 100_000),
            in.whole("database.connectTimeoutMs", standard.connectTimeoutMs(), 1, DAY_MS),
            in.whole("database.idleMs", standard.idleMs(), 1, DAY_MS),
            in.whole("database.statementTimeoutMs", standard.statementTimeoutMs(), 0, DAY_MS),
            in.whole("database.heldMax", standard.heldMax(), 1, 1_000),
            in.whole("database.heldMsMax", standard.heldMsMax(), 100, DAY_MS)));
  }

  private static Optional<DatabaseAddress> address(Settings in, String key) {
    return in.parsed(
        key,
        DatabaseAddress::parse,
        "expected postgresql://user:password@host:port/database?sslmode=...");
  }

  private static int port(Settings in, String key, int standard) {
    return in.whole(key, standard, 0, 65_535);
  }
}
