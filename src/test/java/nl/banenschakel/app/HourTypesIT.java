package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.Await;
import org.junit.jupiter.api.Test;

/** Which hours of a statement count, and which wait for somebody to say so. */
class HourTypesIT extends StatedHours {
  @Test
  void statement_receipt_and_list_tell_which_hours_count() {
    var receipt =
        state(
                statement(
                    assigned("P-1"),
                    line("P-1", "2026-03-02", "8"),
                    line("P-1", "2026-03-03", "2").put("hourType", "Overtime canceled"),
                    line("P-1", "2026-03-04", "4").put("hourType", name("Nacht"))))
            .expect(201)
            .json();

    assertThat(hours(receipt)).containsExactly(14.0, 8.0, 4.0);
    assertThat(hours(read(school, receipt))).containsExactly(14.0, 8.0, 4.0);
    assertThat(hours(listed(receipt))).containsExactly(14.0, 8.0, 4.0);
    assertThat(counting(receipt)).containsExactly("counts", "does-not-count", "to-map");
    assertThat(counting(read(school, receipt))).isEqualTo(counting(receipt));
    assertThat(lender.get(statementOf(receipt) + "/receipt").json()).isEqualTo(receipt);
  }

  @Test
  void types_that_nobody_knows_are_a_task_of_the_sender_s() {
    var type = name("Zondag");
    var sent =
        statement(
            assigned("P-2"),
            line("P-2", "2026-03-03", "4").put("hourType", type),
            line("P-2", "2026-03-02", "3.5").put("hourType", type));
    var receipt = state(sent).expect(201).json();

    var waiting = waiting(type);

    assertThat(waiting).hasSize(1);
    assertThat(waiting.get(0).getInteger("lineCount")).isEqualTo(2);
    assertThat(waiting.get(0).getDouble("workedHours")).isEqualTo(7.5);
    assertThat(waiting.get(0).getString("firstDay")).isEqualTo("2026-03-02");
    assertThat(gateway.as(schoolId, Role.LENDER).get("/v1/unmapped-hour-types").items()).isEmpty();
    state(sent.put("document", name("D")).put("replaces", receipt.getString("statement")))
        .expect(201);
    assertThat(waiting(type).get(0).getInteger("lineCount")).isEqualTo(2);
  }

  /** As after a start with a table that has a type which it did not have before. */
  @Test
  void lines_that_waited_are_judged_once_the_table_has_their_type() {
    var waits = line("P-3", "2026-03-03", "4").put("hourType", name("Nacht"));
    var receipt =
        state(statement(assigned("P-3"), line("P-3", "2026-03-02", "8"), waits)).expect(201).json();
    gateway.database().asSuperuser("update statement.line_verdict set verdict = 'TO_MAP'");
    assertThat(hours(read(school, receipt))).containsExactly(12.0, 0.0, 12.0);

    judge();

    Await.until(() -> hours(read(school, receipt)).equals(List.of(12.0, 8.0, 4.0)));
    judge();
    Await.until(() -> jobs("state = 'RUNNING' or claimable_at <= now()") == 0);
    assertThat(
            gateway
                .database()
                .texts(
                    "select position || ' ' || string_agg(verdict, ',' order by nth)"
                        + " from statement.line_verdict where statement_id = '%s' group by position order by 1"
                            .formatted(receipt.getString("statement"))))
        .containsExactly("1 TO_MAP,COUNTS", "2 TO_MAP");
  }

  private static void judge() {
    Await.until(() -> jobs("state = 'WAITING'") == 1);
    gateway
        .database()
        .asSuperuser("update job.queue set claimable_at = now() where kind = 'judge-hour-types'");
  }

  private static int jobs(String which) {
    return gateway
        .database()
        .texts("select job_id::text from job.queue where kind = 'judge-hour-types' and " + which)
        .size();
  }

  private static String assigned(String person) {
    return assignment(person).getString("reference");
  }

  private static List<JsonObject> waiting(String type) {
    return lender.get("/v1/unmapped-hour-types").items().stream()
        .filter(item -> item.getString("hourType").equals(type))
        .toList();
  }

  private static JsonObject listed(JsonObject receipt) {
    return school.get("/v1/statements").items().stream()
        .filter(item -> item.getString("id").equals(receipt.getString("statement")))
        .findFirst()
        .orElseThrow();
  }

  private static List<Double> hours(JsonObject of) {
    return List.of(
        of.getDouble("workedHours"),
        of.getDouble("countingWorkedHours"),
        of.getDouble("unmappedWorkedHours"));
  }

  private static List<String> counting(JsonObject whole) {
    return lines(whole).stream().map(line -> line.getString("counting")).toList();
  }
}
