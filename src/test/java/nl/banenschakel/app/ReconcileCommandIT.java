package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command, on files as employers have them: whole packs in, whole reports out. */
class ReconcileCommandIT {
  private static final Path PACKS = Path.of("src/test/resources/packs");
  private static final Path REFUSED = Path.of("src/test/resources/refused");
  private static final Path SHARED = Path.of("../shared/acceptance");

  /** What the command did. */
  private record Result(int exitCode, String out, String err) {}

  static Stream<Path> packs() throws IOException {
    return Stream.concat(folders(PACKS), folders(SHARED));
  }

  static Stream<Path> refusedPacks() throws IOException {
    return folders(REFUSED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  void a_pack_gives_the_report_that_was_computed_independently(Path pack) throws IOException {
    var result = reconcile(arguments(pack, "--format", "json"));

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    var expected = new JsonObject(Files.readString(pack.resolve("expected.json")));
    assertThat(
            ReportComparison.comparable(
                ReportComparison.onlyWhatIsExpected(new JsonObject(result.out()), expected)))
        .isEqualTo(ReportComparison.comparable(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedPacks")
  void a_refused_pack_names_every_mistake_with_its_place_and_prints_no_report(Path pack)
      throws IOException {
    var expected = Files.readAllLines(pack.resolve("expected-mistakes.txt"));

    var result = reconcile(arguments(pack));

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    var mistakes = result.err().lines().toList();
    assertThat(mistakes).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(mistakes.get(i)).startsWith(role(expected.get(i)) + " ");
      assertThat(mistakes.get(i)).contains(": " + place(expected.get(i)));
    }
  }

  @Test
  void no_format_prints_a_bsn() throws IOException {
    var pack = PACKS.resolve("relationships");
    var bsns =
        Files.readString(pack.resolve("contracts.csv"), StandardCharsets.ISO_8859_1)
            .replaceAll("[^0-9]+", " ");

    for (var format : List.of("json", "csv", "table")) {
      var result = reconcile(arguments(pack, "--format", format));

      assertThat(result.exitCode()).isZero();
      assertThat(result.out()).isNotBlank();
      for (var bsn : bsns.strip().split(" ", -1)) {
        if (bsn.length() == 9) {
          assertThat(result.out() + result.err()).doesNotContain(bsn);
        }
      }
    }
  }

  @Test
  void files_in_another_order_give_the_same_result_hash() throws IOException {
    var pack = PACKS.resolve("corrections");
    var forward = arguments(pack, "--format", "json");
    var backward = new ArrayList<>(forward);
    var returns = wageReturns(backward);
    returns.sort(Comparator.reverseOrder());
    for (var wageReturn : returns) {
      backward.addAll(List.of("--wage-return", wageReturn));
    }

    var first = new JsonObject(reconcile(forward).out());
    var second = new JsonObject(reconcile(backward).out());

    assertThat(second.getString("resultHash")).isEqualTo(first.getString("resultHash"));
  }

  @Test
  void bad_usage_is_exit_code_2_with_the_usage() {
    var nothing = reconcile(List.of());
    var noFile =
        reconcile(
            List.of(
                "--employer",
                "001000275L01",
                "--register",
                "absent.csv",
                "--peildatum",
                "2026-04-01",
                "--contracts",
                "absent.csv",
                "--wage-return",
                "absent.xml"));

    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("--employer", "Usage:");
    assertThat(noFile.exitCode()).isEqualTo(2);
    assertThat(noFile.err()).contains("--register: there is no file to read");
  }

  private static Result reconcile(List<String> arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = Stream.concat(Stream.of("reconcile"), arguments.stream()).toArray(String[]::new);
    int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), all);
    return new Result(exitCode, out.toString(), err.toString());
  }

  /**
   * The options of a pack; those under {@code shared} have none and are all called the same way.
   */
  private static List<String> arguments(Path pack, String... more) throws IOException {
    var arguments = new ArrayList<String>();
    var file = pack.resolve("arguments.txt");
    var words =
        Files.exists(file)
            ? Files.readString(file).strip().split(" +", -1)
            : defaultArguments(pack);
    for (var word : words) {
      boolean isFile = Files.exists(pack.resolve(word)) && !word.startsWith("--");
      arguments.add(isFile ? pack.resolve(word).toString() : word);
    }
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static String[] defaultArguments(Path pack) throws IOException {
    var expected = new JsonObject(Files.readString(pack.resolve("expected.json")));
    var until = java.time.LocalDate.parse(expected.getJsonObject("period").getString("until"));
    var words =
        new ArrayList<>(
            List.of(
                "--employer",
                expected.getString("loonheffingennummer"),
                "--register",
                "register.csv",
                "--peildatum",
                until.plusDays(1).toString(),
                "--contracts",
                "contracts.csv"));
    try (var files = Files.list(pack)) {
      files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("wage-return"))
          .sorted()
          .forEach(name -> words.addAll(List.of("--wage-return", name)));
    }
    return words.toArray(String[]::new);
  }

  private static List<String> wageReturns(List<String> arguments) {
    var returns = new ArrayList<String>();
    for (int at = arguments.indexOf("--wage-return");
        at >= 0;
        at = arguments.indexOf("--wage-return")) {
      arguments.remove(at);
      returns.add(arguments.remove(at));
    }
    return returns;
  }

  private static Stream<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return Stream.empty();
    }
    try (var found = Files.list(parent)) {
      return found.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private static String role(String mistake) {
    return mistake.substring(0, mistake.indexOf(' '));
  }

  /** {@code line 3} or an element path; nothing where the file as a whole is meant. */
  private static String place(String mistake) {
    var words = mistake.split(" ", -1);
    if (words[1].equals("-")) {
      return "";
    }
    return words[1].equals("line") ? "line " + words[2] : words[1];
  }
}
