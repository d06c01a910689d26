package nl.banenschakel.payroll;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Corrections as they come in, over HTTP: each folder below {@code golden/corrections} holds the
 * messages in the order of arrival, and what holds after each of them. What holds in the end does
 * not depend on that order.
 */
class CorrectionReplayIT extends WageReturnApi {
  private static final Path CASES = Path.of("src/test/resources/golden/corrections");
  private static final Path SAMPLES = Path.of("../shared/standards/loonaangifte");
  private static final String HEAD = "tijdvak;personnelNumber;numIv;verloondeUren;lkvRequested\n";
  private static final Pattern NUMBER = Pattern.compile("<LhNr>(\\w+)</LhNr>");
  private static final Pattern TIJDVAK = Pattern.compile("<DatAanvTv>(\\d{4})-(\\d\\d)-01<");

  static Stream<String> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.map(it -> String.valueOf(it.getFileName())).sorted().toList().stream();
    }
  }

  @Test
  void there_are_cases_enough() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void what_holds_after_each_message_can_be_asked_at_the_end(String name) {
    var messages = messages(name);
    var payroll = payroll(messages);
    var moments = new ArrayList<Instant>();
    for (var message : messages) {
      payroll.postWageReturn(message).expect(201);
      moments.add(Instant.now());
    }

    for (int i = 0; i < messages.size(); i++) {
      var expected = text(CASES.resolve(name).resolve("expected-after-%d.csv".formatted(i + 1)));
      assertThat(state(payroll, messages, "&asOf=" + moments.get(i)))
          .as("after message %d", i + 1)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void what_holds_in_the_end_does_not_depend_on_the_order_of_arrival(String name) {
    var messages = messages(name);
    var last =
        text(CASES.resolve(name).resolve("expected-after-%d.csv".formatted(messages.size())));

    for (var order : permutations(messages)) {
      var payroll = payroll(messages);
      order.forEach(message -> payroll.postWageReturn(message).expect(201));

      assertThat(state(payroll, messages, "")).isEqualTo(last);
    }
  }

  @Test
  void the_samples_of_the_standard_give_the_same_in_both_orders() {
    assumeTrue(Files.exists(SAMPLES), "The samples of the standard are not beside the project");
    var april = text(SAMPLES.resolve("sample-2026-04-volledig.synthetic.xml"));
    var may = text(SAMPLES.resolve("sample-2026-05-met-tijdvakcorrectie.synthetic.xml"));

    var states =
        permutations(List.of(april, may)).stream()
            .map(
                order -> {
                  var payroll = payroll(order);
                  order.forEach(message -> payroll.postWageReturn(message).expect(201));
                  return state(payroll, order, "");
                })
            .distinct()
            .toList();

    assertThat(states).hasSize(1);
    assertThat(states.get(0))
        .contains("2026-M04;EMP-001;1;147;true\n", "2026-M05;EMP-001;1;139;true\n");
  }

  private static ApiClient payroll(List<String> messages) {
    var match = NUMBER.matcher(messages.get(0));
    assertThat(match.find()).isTrue();
    return gateway.as(gateway.createOrganisation("Test", match.group(1)), Role.PAYROLL);
  }

  /** As the CSV of the cases: all tijdvakken that a message speaks of. */
  private static String state(ApiClient payroll, List<String> messages, String query) {
    var match = NUMBER.matcher(messages.get(0));
    assertThat(match.find()).isTrue();
    return messages.stream()
        .flatMap(message -> TIJDVAK.matcher(message).results())
        .map(it -> "%s-M%s".formatted(it.group(1), it.group(2)))
        .distinct()
        .sorted()
        .flatMap(
            tijdvak ->
                payroll
                    .get(
                        "/v1/income-relationships?limit=200&tijdvak=" + tijdvak + query,
                        "Loonheffingennummer",
                        match.group(1))
                    .expect(200)
                    .items()
                    .stream()
                    .map(CorrectionReplayIT::line)
                    .sorted())
        .collect(joining("", HEAD, ""));
  }

  private static String line(JsonObject row) {
    return "%s;%s;%d;%d;%s\n"
        .formatted(
            row.getString("tijdvak"),
            row.getString("personnelNumber"),
            row.getInteger("numIv"),
            row.getInteger("verloondeUren"),
            row.getBoolean("lkvRequested"));
  }

  private static List<String> messages(String name) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> CASES.resolve(name).resolve(n + ".xml"))
        .takeWhile(Files::exists)
        .map(CorrectionReplayIT::text)
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<List<String>> permutations(List<String> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<String>>();
    for (int i = 0; i < items.size(); i++) {
      var rest = new ArrayList<>(items);
      var first = rest.remove(i);
      permutations(rest)
          .forEach(tail -> all.add(Stream.concat(Stream.of(first), tail.stream()).toList()));
    }
    return all;
  }
}
