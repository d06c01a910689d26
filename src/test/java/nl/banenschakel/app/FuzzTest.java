package nl.banenschakel.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.banenschakel.employment.ContractFuzz;
import nl.banenschakel.employment.column.ContractTable;
import nl.banenschakel.payroll.message.WageReturnFuzz;
import nl.banenschakel.platform.intake.column.PreviewFuzz;
import nl.banenschakel.platform.json.JsonFuzz;
import nl.banenschakel.register.RegisterFuzz;
import nl.banenschakel.register.answer.AnswerFuzz;
import nl.banenschakel.register.connector.BridgeFuzz;
import nl.banenschakel.statement.setu.SetuFuzz;
import nl.banenschakel.statement.table.StatementTableFuzz;
import nl.banenschakel.testing.Fuzz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in, each reader gives rows or mistakes: it does not break and does not hang. All
 * run side by side, since a second of work counts by the thread's own time.
 */
class FuzzTest {
  private static final int AT_ONCE = 6;

  /** Fixed, so that a failure comes again. */
  private static final long SEED = 20_260_101;

  @Test
  void no_reader_breaks_or_hangs_in_five_seconds() throws InterruptedException {
    assertThat(failures(Duration.ofSeconds(5), SEED)).isEmpty();
  }

  @Test
  @Tag("nightly")
  void no_reader_breaks_or_hangs_in_a_minute() throws InterruptedException {
    assertThat(failures(Duration.ofSeconds(60), System.nanoTime())).isEmpty();
  }

  private static List<Fuzz> readers() {
    return Stream.of(
            ContractFuzz.all(),
            RegisterFuzz.all(),
            AnswerFuzz.all(),
            PreviewFuzz.all(
                List.of(
                    ContractTable.KIND,
                    RegisterFuzz.kind(),
                    AnswerFuzz.kind(),
                    StatementTableFuzz.kind())),
            StatementTableFuzz.all(),
            BridgeFuzz.all(),
            WageReturnFuzz.all(),
            JsonFuzz.all(),
            SetuFuzz.all())
        .flatMap(List::stream)
        .toList();
  }

  /** What failed, with its seed and cause. */
  private static String failures(Duration time, long seed) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var runs = new ArrayList<Callable<Integer>>();
      readers().forEach(reader -> runs.add(() -> reader.run(time, seed)));
      return threads.invokeAll(runs).stream().map(FuzzTest::failure).collect(joining());
    } finally {
      threads.shutdownNow();
    }
  }

  private static String failure(java.util.concurrent.Future<Integer> run) {
    try {
      return run.get() > 0 ? "" : "A reader was given nothing.\n";
    } catch (ExecutionException | InterruptedException failed) {
      var cause = String.valueOf(failed.getCause());
      return cause + " " + (failed.getCause() == null ? "" : failed.getCause().getCause()) + "\n";
    }
  }
}
