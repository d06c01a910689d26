package nl.banenschakel.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.banenschakel.platform.client.Circuit;
import nl.banenschakel.platform.job.JobObserver;

/** What this process counts and times. Safe for several threads; one for the whole process. */
public final class Metrics implements JobObserver, AutoCloseable {
  /** The media type of {@link #scrape}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  // No digit: a number that was sent can never become a label.
  private static final Pattern OWN_NAME = Pattern.compile("[A-Za-z][A-Za-z_-]{0,63}");
  private static final String ANOTHER = "other";

  /** Different names of one label at most: beyond it a programmer uses what was sent as a name. */
  private static final int NAMES_MAX = 200;

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final Meter.MeterProvider<Timer> operations;
  private final Meter.MeterProvider<Counter> refusals;
  private final Meter.MeterProvider<Counter> fetches;
  private final Meter.MeterProvider<Timer> stages;
  private final Meter.MeterProvider<Timer> attempts;
  private final MultiGauge jobs;

  /** Counts from now on, the JVM's own figures included. */
  public Metrics() {
    limitNames("banenschakel.operation", "operation");
    limitNames("banenschakel.refusals", "operation");
    limitNames("banenschakel.intake", "kind");
    limitNames("banenschakel.job", "kind");
    operations =
        Timer.builder("banenschakel.operation")
            .description("Time from request to the end of the answer")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
    refusals =
        Counter.builder("banenschakel.refusals")
            .description("Requests that were refused; 401 is in no audit but here")
            .withRegistry(registry);
    fetches =
        Counter.builder("banenschakel.keys.fetches")
            .description("Fetches of the keys of tokens")
            .withRegistry(registry);
    stages =
        Timer.builder("banenschakel.intake.stage")
            .description("Time spent in one stage of taking in deliveries")
            .withRegistry(registry);
    attempts =
        Timer.builder("banenschakel.job")
            .description("Time from the claim of a job to the end of the attempt")
            .serviceLevelObjectives(BUCKETS)
            .withRegistry(registry);
    jobs =
        MultiGauge.builder("banenschakel.jobs")
            .description("Jobs in the queue, of all organisations and gateways together")
            .register(registry);
    bindJvm();
  }

  /**
   * An operation was answered.
   *
   * @param operationId as in {@code openapi/gateway.yaml}; anything else is counted as other
   * @param status the HTTP status: only its class is a label, but of a refusal the status itself
   */
  public void answered(String operationId, int status, Duration took) {
    operations.withTags("operation", own(operationId), "status", statusClass(status)).record(took);
    if (status >= 400 && status < 500) {
      refusals
          .withTags("operation", own(operationId), "status", String.valueOf(status))
          .increment();
    }
  }

  /**
   * The keys of tokens were fetched.
   *
   * @param outcome changed, unchanged or failed
   */
  public void fetchedKeys(String outcome) {
    fetches.withTags("outcome", own(outcome)).increment();
  }

  /** Shows for how long the keys of tokens were not seen: it grows while they cannot be fetched. */
  public void watchKeys(LongSupplier ageSeconds) {
    Gauge.builder("banenschakel.keys.age.seconds", ageSeconds::getAsLong)
        .description("Time since the keys of tokens were last fetched")
        .register(registry);
  }

  /**
   * A stage of taking in a delivery, or a piece of it, was done.
   *
   * @param kind of delivery, such as {@code contracts}
   * @param stage such as {@code merge}
   */
  public void delivered(String kind, String stage, Duration took) {
    stages.withTags("kind", own(kind), "stage", own(stage)).record(took);
  }

  @Override
  public void ended(String kind, Outcome outcome, Duration took) {
    attempts
        .withTags("kind", own(kind), "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .record(took);
  }

  @Override
  public void counted(List<Count> counts) {
    jobs.register(
        counts.stream()
            .map(
                count ->
                    MultiGauge.Row.of(
                        Tags.of("kind", own(count.kind()), "state", own(count.state())),
                        count.jobs()))
            .toList(),
        true);
  }

  /** Shows the database pool: how many sessions are open and how many may be. */
  public void watchPool(IntSupplier open, int openMax) {
    Gauge.builder("banenschakel.db.connections", open::getAsInt)
        .description("Sessions of PostgreSQL that are open")
        .register(registry);
    Gauge.builder("banenschakel.db.connections.limit", () -> openMax)
        .description("Sessions of PostgreSQL that may be open")
        .register(registry);
  }

  /**
   * Shows how another server is dealt with: one of its states is 1, the others are 0.
   *
   * @param server such as {@code register}
   */
  public void watchCircuit(String server, Supplier<Circuit.State> state) {
    for (var possible : Circuit.State.values()) {
      Gauge.builder("banenschakel.circuit", () -> state.get() == possible ? 1 : 0)
          .description(
              "Whether calls to another server go through (closed) or are held back (open)")
          .tag("server", own(server))
          .tag("state", possible.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  /** All figures now, in the text format of Prometheus. */
  public String scrape() {
    return registry.scrape();
  }

  /** Ends the counting. */
  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
  }

  private void limitNames(String meters, String label) {
    registry
        .config()
        .meterFilter(
            MeterFilter.maximumAllowableTags(meters, label, NAMES_MAX, MeterFilter.deny()));
  }

  private void bindJvm() {
    garbageCollection.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  private static String own(String name) {
    return OWN_NAME.matcher(name).matches() ? name : ANOTHER;
  }

  private static String statusClass(int status) {
    return status >= 100 && status < 600 ? status / 100 + "xx" : ANOTHER;
  }
}
