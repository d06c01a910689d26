package nl.banenschakel.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.banenschakel.kernel.Bsn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A year of 100,000 contracts is opened, and refreshed, in seconds; it says how many. */
@Tag("nightly")
class YearSizeIT extends YearApi {
  private static final Logger LOG = LoggerFactory.getLogger(YearSizeIT.class);
  private static final int CONTRACTS = 100_000;
  private static final Duration SECONDS_MAX = Duration.ofSeconds(30);

  @Test
  void a_year_of_100_000_contracts_is_opened_in_seconds() {
    var bsns =
        IntStream.range(0, 100_000)
            .mapToObj("9999%05d"::formatted)
            .filter(Bsn::passesElfproef)
            .toList();
    employer.contracts("L01", lines(bsns, CONTRACTS));

    var opened = timed("open", () -> assertThat(employer.open(2027).status()).isEqualTo(201));
    employer.contracts("L01", lines(bsns, CONTRACTS - CONTRACTS / 100));
    var refreshed = timed("refresh", () -> refresh(""));

    assertThat(List.of(opened, refreshed)).allMatch(it -> it.compareTo(SECONDS_MAX) < 0);
    var carried = employer.client.get("/v1/years/2027").json().getJsonObject("carried");
    assertThat(carried.getInteger("contracts")).isPositive();
    assertThat(carried.getInteger("gone")).isPositive();
  }

  /** Every third one ended in the old year. */
  private static String[] lines(List<String> bsns, int contracts) {
    return IntStream.range(0, contracts)
        .mapToObj(
            i ->
                "E-%d;%s;2024-01-01;%s;24;C-%d"
                    .formatted(
                        i % bsns.size(),
                        bsns.get(i % bsns.size()),
                        i % 3 == 0 ? "2026-11-30" : "",
                        i))
        .toArray(String[]::new);
  }

  private static Duration timed(String what, Runnable work) {
    long from = System.nanoTime();
    work.run();
    var took = Duration.ofNanos(System.nanoTime() - from);
    LOG.warn("{} {} contracts: {} ms", what, CONTRACTS, took.toMillis());
    return took;
  }
}
