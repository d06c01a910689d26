package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import nl.banenschakel.platform.intake.Upload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not matter to a reconciliation does not, whatever the employer. */
class ReconciliationPropertiesIT {
  private static final Path PACK = Path.of("src/test/resources/packs/four-hundred");
  private static final int WHOLE = 1 << 30;

  private static InProcess gateway;

  @BeforeAll
  static void start() {
    gateway = new InProcess();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  static LongStream manySeeds() {
    return LongStream.rangeClosed(1_001, 1_100);
  }

  static LongStream fewSeeds() {
    return LongStream.rangeClosed(1, 3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void splitting_contracts_at_any_day_changes_nothing(long seed) {
    var whole = report(new GeneratedEmployer(seed));

    var split = report(new GeneratedEmployer(seed).split(seed + 100));

    assertThat(whole.getJsonArray("findings")).isNotEmpty();
    assertThat(split).isEqualTo(whole);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_order_of_lines_and_files_changes_nothing(long seed) {
    var inOrder = report(new GeneratedEmployer(seed));

    var shuffled = report(new GeneratedEmployer(seed).shuffled(seed + 200));

    assertThat(shuffled.getString("resultHash")).isEqualTo(inOrder.getString("resultHash"));
    assertThat(withoutLines(shuffled)).isEqualTo(withoutLines(inOrder));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_correction_sent_again_changes_nothing_however_it_is_sent(long seed) {
    var generated = new GeneratedEmployer(seed);
    var employer = delivered(generated);
    var once = employer.report();
    var correction = generated.correction();

    employer.wageReturn(Buffer.buffer(correction));
    employer.wageReturn(Buffer.buffer(correction.replace("\n", "\n  ")));
    assertThat(employer.report()).isEqualTo(once);

    var later = correction.replace("CORRECTION-1", "CORRECTION-2").replace("T09:", "T10:");
    assertThat(employer.wageReturn(Buffer.buffer(later)).state()).isEqualTo(Upload.State.ACCEPTED);
    assertThat(employer.report()).isEqualTo(once);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void files_in_any_pieces_give_the_same_result(long seed) {
    var pieces = new Random(seed);

    var report = delivered(new GeneratedEmployer(seed), () -> 1 + pieces.nextInt(500)).report();

    assertThat(report).isEqualTo(report(new GeneratedEmployer(seed)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  @Tag("nightly")
  void all_of_it_holds_for_a_hundred_other_employers(long seed) {
    splitting_contracts_at_any_day_changes_nothing(seed);
    the_order_of_lines_and_files_changes_nothing(seed);
    a_correction_sent_again_changes_nothing_however_it_is_sent(seed);
    files_in_any_pieces_give_the_same_result(seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void four_hundred_people_in_any_pieces_and_order_give_the_expected_totals(long seed) {
    var random = new Random(seed);
    var employer =
        gateway.employer(NUMBER, () -> 1 + random.nextInt(1 << (4 + random.nextInt(16))));
    var files = packFiles("wage-return");
    Collections.shuffle(files, random);

    files.forEach(file -> employer.wageReturn(packFile(file)));
    employer.contracts(packFile("contracts.csv"));
    employer.register(packFile("register.csv"), LocalDate.parse("2026-07-01"));
    var report = employer.report();

    var expected = packFile("expected.json").toJsonObject();
    for (var total : expected.getJsonObject("totals")) {
      assertThat(report.getJsonObject("totals").getDouble(total.getKey()))
          .as(total.getKey())
          .isEqualTo(((Number) total.getValue()).doubleValue());
    }
    assertThat(report.getJsonArray("findings")).hasSameSizeAs(expected.getJsonArray("findings"));
    assertThat(report.getJsonArray("people")).hasSameSizeAs(expected.getJsonArray("people"));
  }

  private static JsonObject report(GeneratedEmployer generated) {
    return delivered(generated).report();
  }

  private static InProcess.Employer delivered(GeneratedEmployer generated) {
    return delivered(generated, () -> WHOLE);
  }

  private static InProcess.Employer delivered(GeneratedEmployer generated, IntSupplier pieces) {
    var employer = gateway.employer(NUMBER, pieces);
    employer.register(Buffer.buffer(generated.registerFile()), LocalDate.parse(PEILDATUM));
    employer.contracts(Buffer.buffer(generated.contractsFile()));
    generated.wageReturns().forEach(file -> employer.wageReturn(Buffer.buffer(file)));
    return employer;
  }

  /** A line's number is its place in the list: it moves with it. */
  private static List<String> withoutLines(JsonObject report) {
    return report.getJsonArray("findings").stream()
        .map(JsonObject.class::cast)
        .map(
            finding -> {
              var copy = finding.copy();
              copy.remove("registerLine");
              copy.remove("sentences");
              return copy.encode();
            })
        .sorted()
        .toList();
  }

  private static List<String> packFiles(String prefix) {
    var names = PACK.toFile().list((folder, name) -> name.startsWith(prefix));
    Arrays.sort(names);
    return Arrays.asList(names);
  }

  private static Buffer packFile(String name) {
    try {
      return Buffer.buffer(Files.readAllBytes(PACK.resolve(name)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
