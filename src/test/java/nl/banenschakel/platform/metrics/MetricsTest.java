package nl.banenschakel.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
  private final Metrics metrics = new Metrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void operations_are_timed_by_id_and_class_of_status() {
    metrics.answered("postContractFile", 201, Duration.ofMillis(30));
    metrics.answered("postContractFile", 204, Duration.ofMillis(40));
    metrics.answered("postContractFile", 400, Duration.ofMillis(3));

    assertThat(metrics.scrape())
        .contains("operation_seconds_count{operation=\"postContractFile\",status=\"2xx\"} 2")
        .contains("operation_seconds_count{operation=\"postContractFile\",status=\"4xx\"} 1")
        .contains("{operation=\"postContractFile\",status=\"2xx\",le=\"0.025\"} 0")
        .contains("{operation=\"postContractFile\",status=\"2xx\",le=\"0.1\"} 2");
  }

  @Test
  void stages_of_deliveries_are_timed_by_kind() {
    metrics.delivered("wage-returns", "merge", Duration.ofMillis(30));
    metrics.delivered("wage-returns", "merge", Duration.ofMillis(20));

    assertThat(metrics.scrape())
        .contains("intake_stage_seconds_count{kind=\"wage-returns\",stage=\"merge\"} 2")
        .contains("intake_stage_seconds_sum{kind=\"wage-returns\",stage=\"merge\"} 0.05");
  }

  @Test
  void the_pool_is_shown_as_it_is_now() {
    var open = new AtomicInteger(3);
    metrics.watchPool(open::get, 10);
    open.set(7);

    System.gc();

    assertThat(metrics.scrape())
        .contains("banenschakel_db_connections 7.0")
        .contains("banenschakel_db_connections_limit 10.0");
  }

  @Test
  void refusals_are_counted_by_their_status() {
    metrics.answered("listPeople", 401, Duration.ofMillis(1));
    metrics.answered("listPeople", 401, Duration.ofMillis(1));
    metrics.answered("listPeople", 403, Duration.ofMillis(1));
    metrics.answered("listPeople", 200, Duration.ofMillis(1));

    assertThat(metrics.scrape())
        .contains("banenschakel_refusals_total{operation=\"listPeople\",status=\"401\"} 2")
        .contains("banenschakel_refusals_total{operation=\"listPeople\",status=\"403\"} 1")
        .doesNotContain("banenschakel_refusals_total{operation=\"listPeople\",status=\"200\"}");
  }

  @Test
  void the_machine_is_shown() {
    assertThat(metrics.scrape())
        .contains("jvm_memory_used_bytes{")
        .contains("jvm_threads_live_threads")
        .contains("process_cpu_usage")
        .contains("jvm_gc_memory_allocated_bytes_total")
        .contains("process_uptime_seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"999990019", "for-999990019", "getA\"b", "a\nb", "", "018f2c50-7a1e"})
  void nothing_that_was_sent_becomes_a_label(String sent) {
    metrics.answered(sent, 200, Duration.ofMillis(1));
    metrics.delivered(sent, sent, Duration.ofMillis(1));
    metrics.answered("listOrganisations", 999990019, Duration.ofMillis(1));

    assertThat(metrics.scrape())
        .contains("{operation=\"other\",status=\"2xx\"}")
        .contains("{kind=\"other\",stage=\"other\"}")
        .contains("{operation=\"listOrganisations\",status=\"other\"}")
        .doesNotContain("999990019");
  }

  @Test
  void names_without_end_do_not_fill_the_memory() {
    for (int i = 0; i < 2_000; i++) {
      var name = "name" + Integer.toString(i, 36).replaceAll("\\d", "_") + "x".repeat(i % 50);
      metrics.answered(name, 200, Duration.ofMillis(1));
    }

    assertThat(
            metrics
                .scrape()
                .lines()
                .filter(line -> line.startsWith("banenschakel_operation_seconds_count")))
        .hasSizeLessThanOrEqualTo(200);
  }
}
