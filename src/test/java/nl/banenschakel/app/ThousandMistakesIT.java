package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.contract;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A large file that is wrong in very many places. */
class ThousandMistakesIT {
  private static final int LINES = 100_000;
  private static final int MISTAKES = 1_000;
  private static final long SEED = 2026;

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void each_of_a_thousand_mistakes_in_a_hundred_thousand_lines_is_told_with_its_line() {
    var organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    var client = gateway.as(organisation, Role.HR);
    var wrong = wrongLines();
    var file = new StringBuilder(CONTRACT_HEADER);
    for (int line = 2; line <= LINES + 1; line++) {
      var good = contract("E-" + line, ANNA, "20,00");
      file.append(
          switch (wrong.getOrDefault(line, "")) {
            case "BSN_ELFPROEF" -> good.replace(ANNA, "999990018");
            case "DATE_UNREAL" -> good.replace("01-01-2024", "31-02-2024");
            case "HOURS_FORM" -> good.replace("20,00", "twintig");
            default -> good;
          });
    }

    var answer = client.postContracts(NUMBER, file.toString()).expect(400);

    assertThat(answer.json().getInteger("errorsTotal")).isEqualTo(MISTAKES);
    assertThat(answer.mistakes())
        .containsExactlyElementsOf(
            wrong.entrySet().stream()
                .map(
                    it ->
                        "line %d column %d %s"
                            .formatted(it.getKey(), column(it.getValue()), it.getValue()))
                .toList());
  }

  private static Map<Integer, String> wrongLines() {
    var random = new Random(SEED);
    var codes = List.of("BSN_ELFPROEF", "DATE_UNREAL", "HOURS_FORM");
    var wrong = new TreeMap<Integer, String>();
    while (wrong.size() < MISTAKES) {
      wrong.put(2 + random.nextInt(LINES), codes.get(random.nextInt(codes.size())));
    }
    return wrong;
  }

  private static int column(String code) {
    return switch (code) {
      case "BSN_ELFPROEF" -> 2;
      case "DATE_UNREAL" -> 3;
      default -> 5;
    };
  }
}
