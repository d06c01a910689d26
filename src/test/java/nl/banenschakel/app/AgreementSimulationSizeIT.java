package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A draft against 10,000 lines of as many people: in two seconds. */
@Tag("nightly")
class AgreementSimulationSizeIT extends StatedHours {
  private static final int STATEMENTS = 20;
  private static final int LINES = 500;

  @AfterEach
  void turnBack() {
    CLOCK.turnTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void ten_thousand_lines_are_worked_out_in_two_seconds() {
    for (int i = 0; i < STATEMENTS; i++) {
      int first = i * LINES;
      var lines =
          IntStream.range(first, first + LINES)
              .mapToObj(n -> line("P-" + n, "2026-03-02", Integer.toString(n % 2_500)))
              .toList();
      var sent = statement(assignment("P-1").getString("reference"));
      state(sent.put("lines", new JsonArray(lines))).expect(201);
    }
    CLOCK.turnTo(LocalDate.of(2027, 3, 2));
    var draft =
        content(40)
            .put("validFrom", "2027-01-01")
            .putNull("validUntil")
            .put(
                "terms",
                JsonArray.of(
                    terms("lkv", "percentage-of-received", 40).put("limitsPer", "person-year")));
    var path = address(relation) + "/agreements/_simulate";
    JsonObject first = school.post(path, JSON, draft.encode()).expect(200).json();

    long begun = System.nanoTime();
    var again = lender.post(path, JSON, draft.encode()).expect(200).json();
    var taken = Duration.ofNanos(System.nanoTime() - begun);

    assertThat(again).isEqualTo(first);
    assertThat(again.getInteger("persons")).isEqualTo(STATEMENTS * LINES);
    assertThat(taken).isLessThan(Duration.ofSeconds(2));
  }
}
