package nl.banenschakel.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.banenschakel.app.connector.Upstream;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.config.Config;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.testing.TestDatabase;

/**
 * The gateway as it is served, on free ports, in front of a database of its own. Every exchange
 * that goes through one of its clients is laid beside the contract.
 */
public final class TestGateway implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(50);

  private final TestDatabase database;
  private final Path folder;
  private final Running running;
  private final List<Consumer<Answer>> listeners = new CopyOnWriteArrayList<>();
  private final List<Running> others = new CopyOnWriteArrayList<>();

  private TestGateway(TestDatabase database, Path folder, Running running) {
    this.database = database;
    this.folder = folder;
    this.running = running;
  }

  /** Serves when it returns. */
  public static TestGateway start() {
    return start(Map.of());
  }

  /** The same with settings of its own, by key. */
  public static TestGateway start(Map<String, String> settings) {
    return start(settings, Running::start);
  }

  /** The same doing no job: what one stores is no effect of what the test looks at. */
  public static TestGateway withoutJobs() {
    return start(Map.of("jobs.concurrencyMax", "0"));
  }

  /** The same where it is as late as a clock of the test's says. */
  public static TestGateway at(Clock clock) {
    return asking(Map.of(), vertx -> new Upstream(Optional.empty(), clock));
  }

  /** The same with a register of the test's. */
  static TestGateway asking(Map<String, String> settings, Function<Vertx, Upstream> upstream) {
    return start(
        settings,
        config ->
            Running.start(
                config,
                () -> Database.external(config.database().app().orElseThrow(), Optional.empty()),
                upstream));
  }

  private static TestGateway start(Map<String, String> settings, Start start) {
    var database = TestDatabase.fresh();
    try {
      var folder = Files.createTempDirectory("gateway");
      return new TestGateway(database, folder, start.start(config(database, folder, settings)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where the operations and the pages are. */
  public URI base() {
    return URI.create("http://%s:%d".formatted(HOST, running.httpPort()));
  }

  /** Where a second gateway on the same database, with the same keys, has its operations. */
  public URI another() {
    try {
      var other = Running.start(config(database, folder, Map.of()));
      others.add(other);
      return URI.create("http://%s:%d".formatted(HOST, other.httpPort()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where health, readiness and metrics are. */
  public URI management() {
    return URI.create("http://%s:%d".formatted(HOST, running.managementPort()));
  }

  /** What it seals the BSNs of an organisation with, to look for what must not be there. */
  TenantVault vault(UUID organisation) {
    return Vault.open(folder.resolve("vault.json")).forTenant(organisation);
  }

  /** What it stores in, to look behind it. */
  public TestDatabase database() {
    return database;
  }

  /** A bearer token. */
  public String token(Set<UUID> organisations, Role... roles) {
    return token("test-client", organisations, roles);
  }

  /** A bearer token for somebody. */
  public String token(String subject, Set<UUID> organisations, Role... roles) {
    return running
        .developmentTokens()
        .orElseThrow()
        .sign(subject, organisations, Set.of(roles), TOKEN_LIFETIME);
  }

  /** A client that has a token for these organisations. */
  public ApiClient as(Set<UUID> organisations, Role... roles) {
    return withToken(token(organisations, roles));
  }

  /** A client that has a token for this organisation. */
  public ApiClient as(UUID organisation, Role... roles) {
    return as(Set.of(organisation), roles);
  }

  /** A client that sends this as its token. */
  public ApiClient withToken(String token) {
    return new ApiClient(base(), Optional.of(token), this::heard);
  }

  /** A client without a token. */
  public ApiClient anonymous() {
    return new ApiClient(base(), Optional.empty(), this::heard);
  }

  /** Signs a browser in, once, in this role. */
  String signInCode(UUID organisation, Role role) {
    var caller = new Caller("someone", organisation, Set.of(organisation), Set.of(role));
    var link = running.signIn().orElseThrow().link(caller, base().toString());
    return link.substring(link.indexOf("code=") + "code=".length());
  }

  /** A new employer. */
  public UUID createOrganisation(String name, String... loonheffingennummers) {
    return as(Set.of(), Role.ADMIN).createOrganisation(name, loonheffingennummers);
  }

  /** Whoever is told of every answer that a client gets. */
  @CanIgnoreReturnValue
  public TestGateway listen(Consumer<Answer> listener) {
    listeners.add(listener);
    return this;
  }

  /** A page of the management port. */
  @CanIgnoreReturnValue
  public Answer managementPage(String path) {
    return new ApiClient(management(), Optional.empty(), this::heard).get(path);
  }

  @Override
  public void close() {
    others.forEach(Running::close);
    running.close();
    database.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(TestGateway::delete);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Tells the listeners of an answer that came another way, as it was on the line. */
  void hear(String answer) {
    heard(new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), answer));
  }

  private void heard(Answer answer) {
    listeners.forEach(listener -> listener.accept(answer));
  }

  /** As an operator would set it: what is not named here has its default. */
  private static Config config(TestDatabase database, Path folder, Map<String, String> set) {
    var settings = new HashMap<String, Object>();
    settings.put("data.folder", folder.toString());
    settings.put("http.host", HOST);
    settings.put("http.port", "0");
    settings.put("http.publicUrl", "http://" + HOST);
    settings.put("management.port", "0");
    settings.put("jobs.pollMs", "50");
    // A test that asks for a run gets that one only.
    settings.put("reconciliation.afterDeliveryMs", "-1");
    settings.put("database.url", database.appAddress().url());
    settings.putAll(set);
    return Config.standard(folder, settings);
  }

  @FunctionalInterface
  private interface Start {
    Running start(Config config) throws IOException;
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
