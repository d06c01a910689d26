package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A correction replaces and never adds: of one assignment one statement stands for each day. */
class CorrectionIT extends StatedHours {
  @Test
  void a_second_statement_of_the_same_days_is_refused_and_names_the_first() {
    var assignment = reference();
    var first = state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201).json();

    var second =
        state(
            statement(assignment, line("P-1", "2026-03-08", "8"))
                .put("firstDay", "2026-03-08")
                .put("lastDay", "2026-03-14"));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("STATEMENT_OVERLAPS");
    assertThat(second.text()).contains(first.getString("statement"));
  }

  @Test
  void a_correction_of_a_correction_takes_its_place_and_both_read_the_chain() {
    var assignment = reference();
    var first = state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201).json();
    var second = replace(first, assignment, "6").expect(201).json();

    var third = replace(second, assignment, "7.5").expect(201).json();

    for (var client : List.of(lender, school)) {
      assertThat(standing(client, assignment)).containsExactly(third.getString("statement"));
      var chain = read(client, first).getJsonArray("chain");
      assertThat(chain)
          .extracting(link -> ((JsonObject) link).getString("id"))
          .containsExactly(
              first.getString("statement"),
              second.getString("statement"),
              third.getString("statement"));
    }
    assertThat(read(school, first).getString("replacedBy"))
        .isEqualTo(second.getString("statement"));
    assertThat(read(school, first).getDouble("workedHours")).isEqualTo(8);
    assertThat(read(school, third).getDouble("workedHours")).isEqualTo(7.5);
  }

  @Test
  void what_was_replaced_is_not_replaced_again() {
    var assignment = reference();
    var first = state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201).json();
    var second = replace(first, assignment, "6").expect(201).json();

    var fork = replace(first, assignment, "5");

    assertThat(fork.code()).isEqualTo("STATEMENT_REPLACED");
    assertThat(fork.text()).contains(second.getString("statement"));
  }

  @Test
  void it_replaces_what_the_sender_sent_of_the_same_assignment() {
    var first = state(statement(reference(), line("P-1", "2026-03-02", "8"))).expect(201).json();

    assertThat(replace(first, reference(), "6").mistakes())
        .containsExactly("/assignment ASSIGNMENT_DIFFERS");
    var nobodys = new JsonObject().put("statement", "0197a3c4-0000-7e21-b0aa-90c1d2e3f001");
    assertThat(replace(nobodys, reference(), "6").mistakes())
        .containsExactly("/replaces STATEMENT_UNKNOWN");
  }

  @Test
  void a_correction_may_be_of_other_days_but_not_of_those_of_another_statement() {
    var assignment = reference();
    var first = state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201).json();
    var next =
        state(statement(assignment).put("firstDay", "2026-03-09").put("lastDay", "2026-03-15"))
            .expect(201)
            .json();

    var longer =
        state(
            statement(assignment)
                .put("lastDay", "2026-03-09")
                .put("replaces", first.getString("statement")));
    assertThat(longer.code()).isEqualTo("STATEMENT_OVERLAPS");
    assertThat(longer.text()).contains(next.getString("statement"));
    assertThat(read(lender, first).getString("replacedBy")).isNull();

    state(
            statement(assignment)
                .put("lastDay", "2026-03-04")
                .put("replaces", first.getString("statement")))
        .expect(201);
    state(statement(assignment).put("firstDay", "2026-03-05")).expect(201);
  }

  @Test
  void who_read_the_first_knows_that_it_stands_no_longer_though_the_correction_is_hidden() {
    var assignment = reference();
    var first = state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201).json();

    var early =
        state(
                statement(assignment, line("P-1", "2025-12-02", "8"))
                    .put("firstDay", "2025-12-01")
                    .put("lastDay", "2025-12-07")
                    .put("replaces", first.getString("statement")))
            .expect(201)
            .json();

    assertThat(early.getJsonArray("marks")).contains("RELATION_NOT_RUNNING");
    assertThat(read(school, first).getString("replacedBy")).isEqualTo(early.getString("statement"));
    assertThat(standing(school, assignment)).isEmpty();
    assertThat(school.get(statementOf(early)).status()).isEqualTo(404);
    assertThat(read(school, first).getJsonArray("chain")).hasSize(1);
  }

  @Test
  void of_twenty_at_once_one_stands() {
    var assignment = reference();

    var answers =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> state(statement(assignment, line("P-1", "2026-03-02", "" + (1 + i)))))
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(standing(school, assignment)).hasSize(1);
  }

  @Test
  void of_twenty_times_the_same_at_once_all_get_one_receipt() {
    var sent = statement(reference(), line("P-1", "2026-03-02", "8"));

    var answers = IntStream.range(0, 20).parallel().mapToObj(i -> state(sent)).toList();

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 200);
    assertThat(answers).extracting(Answer::json).containsOnly(answers.get(0).json());
  }

  @Test
  void of_twenty_corrections_at_once_one_takes_its_place() {
    var assignment = reference();
    var first = state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201).json();

    var answers =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> replace(first, assignment, "" + i))
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(read(school, first).getJsonArray("chain")).hasSize(2);
  }

  private static String reference() {
    return assignment("P-1").getString("reference");
  }

  private static Answer replace(JsonObject receipt, String assignment, String hours) {
    return state(
        statement(assignment, line("P-1", "2026-03-02", hours))
            .put("replaces", receipt.getString("statement")));
  }

  private static List<String> standing(ApiClient client, String assignment) {
    var id =
        lender.get("/v1/assignments?limit=200").items().stream()
            .filter(it -> it.getString("reference").equals(assignment))
            .findAny()
            .orElseThrow()
            .getString("id");
    return client.get("/v1/statements?standing=true&assignment=" + id).items().stream()
        .map(it -> it.getString("id"))
        .toList();
  }
}
