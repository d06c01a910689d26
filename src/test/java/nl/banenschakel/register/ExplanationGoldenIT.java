package nl.banenschakel.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.testing.GoldenCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases under {@code golden/explain}: what was delivered, about whom it is asked, and for each
 * cause whether it is this and by which evidence; and the one thing to do next.
 */
class ExplanationGoldenIT {
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static Stream<GoldenCase> cases() {
    return GoldenCase.all("explain").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void causes_and_next_step_are_as_expected(GoldenCase golden) {
    var employer = new RegisterEmployer(gateway, golden.name());
    golden.rows("evidence.csv").forEach(employer::deliver);

    var explained = employer.explanation(golden.rows("question.csv").get(0));

    assertThat(Stream.concat(causes(explained, employer), Stream.of(next(explained))))
        .containsExactlyElementsOf(golden.lines("expected.csv"));
    assertThat(sentences(explained)).allMatch(text -> text.endsWith(".") && !text.contains("{"));
  }

  @Test
  void every_cause_decides_in_some_case() {
    var decided =
        cases()
            .flatMap(golden -> golden.lines("expected.csv").stream())
            .filter(line -> line.startsWith("volgende stap"))
            .map(line -> line.replaceAll("volgende stap: (.*);.*;", "$1"))
            .collect(Collectors.toSet());

    assertThat(cases()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(decided)
        .contains(
            "NUMBER_NOT_ASKED",
            "OTHER_NUMBER",
            "REFRESH_DELAY",
            "MUNICIPAL_GROUP",
            "HIRED_IN",
            "SIGNED_OUT");
  }

  @Test
  void somebody_of_whom_nothing_is_known_is_explained_too_and_does_not_become_known() {
    var employer = new RegisterEmployer(gateway, "Niemand");
    var people = "select count(*)::text from person.person where tenant_id = '%s'";
    var before = gateway.database().texts(people.formatted(employer.id()));

    var explained = employer.explanation(question("Dirk;L01;2026-04-15;;"));

    assertThat(explained.getString("personId")).isNull();
    assertThat(explained.getJsonObject("next").getString("party")).isEqualTo("EMPLOYER");
    assertThat(gateway.database().texts(people.formatted(employer.id()))).isEqualTo(before);
  }

  private static GoldenCase.Row question(String line) {
    return GoldenCase.row("wie;nummer;dag;in dienst bij;sinds", line);
  }

  private static Stream<String> causes(JsonObject explained, RegisterEmployer employer) {
    return explained.getJsonArray("causes").stream()
        .map(JsonObject.class::cast)
        .map(
            cause ->
                String.join(
                    ";",
                    cause.getString("cause"),
                    cause.getString("verdict"),
                    employer.rowsOf(cause.getJsonArray("evidence"))));
  }

  private static String next(JsonObject explained) {
    var next = explained.getJsonObject("next");
    return "volgende stap: %s;%s;"
        .formatted(
            Optional.ofNullable(next.getString("cause")).orElse("geen"), next.getString("party"));
  }

  private static List<String> sentences(JsonObject explained) {
    return Stream.concat(
            explained.getJsonArray("causes").stream().map(JsonObject.class::cast),
            Stream.of(explained.getJsonObject("next")))
        .map(part -> part.getJsonObject("sentences"))
        .flatMap(texts -> Stream.of(texts.getString("nl"), texts.getString("en")))
        .toList();
  }
}
