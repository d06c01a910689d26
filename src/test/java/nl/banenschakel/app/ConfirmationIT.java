package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** What both say of stated hours, line by line. */
class ConfirmationIT extends AnsweredHours {
  @Test
  void from_stated_to_confirmed_hours() {
    var receipt = stated("8", "7.5", "6", "4");
    var id = receipt.getString("statement");
    assertThat(waiting(school, "me")).contains(id);
    assertThat(waiting(lender, "other")).contains(id);

    say(school, receipt, step(1, "confirm"), adjust(2, 7), object(3, "stated-twice")).expect(200);
    sayOfAll(school, receipt, "confirm").expect(200);

    assertThat(waiting(school, "me")).doesNotContain(id);
    assertThat(waiting(lender, "me")).contains(id);
    assertThat(answers(lender, receipt).getString("state")).isEqualTo("disputed");
    sayOfAll(lender, receipt, "accept").expect(200);
    assertThat(say(school, receipt, step(3, "confirm")).code()).isEqualTo("CONFIRMATION_STEP");
    say(school, receipt, step(3, "withdraw")).expect(200);
    say(school, receipt, step(3, "confirm")).expect(200);
    var answers = answers(school, receipt);
    assertThat(answers).isEqualTo(answers(lender, receipt));
    assertThat(answers.getString("state")).isEqualTo("confirmed");
    assertThat(states(answers)).containsExactly("confirmed", "accepted", "confirmed", "confirmed");
    assertThat(lines(answers))
        .extracting(line -> line.getDouble("workedHours"))
        .containsExactly(8.0, 7.0, 6.0, 4.0);
    assertThat(waiting(lender, "nobody")).contains(id);
    assertThat(verified(id)).containsExactly("1 8", "2 7", "3 6", "4 4");
  }

  @Test
  void each_act_says_who_did_what_and_verifies() throws Exception {
    var receipt = stated("8", "8");
    say(school, receipt, adjust(2, 6).put("note", "Vrijdag was vrij")).expect(200);
    sayOfAll(lender, receipt, "accept").expect(200);

    var acts = acts(answers(school, receipt));

    assertThat(acts).extracting(act -> act.getBoolean("verified")).containsExactly(true, true);
    var first = acts.get(0).getJsonObject("document");
    assertThat(first.getString("organisation")).isEqualTo(schoolId.toString());
    assertThat(first.getString("subject")).isEqualTo("test-client");
    assertThat(first.getString("at")).isEqualTo("2026-03-02T11:00:00Z");
    var second = acts.get(1).getJsonObject("document");
    assertThat(second.getString("organisation")).isEqualTo(lenderId.toString());
    assertThat(second.getString("previous")).isEqualTo(acts.get(0).getString("hash"));
    // Whoever has the document computes its hash without us: members come in their order.
    assertThat(TwoAgreeing.sha256(first)).isEqualTo(acts.get(0).getString("hash"));
  }

  @Test
  void what_is_changed_behind_it_shows() {
    var receipt = stated("8");
    say(school, receipt, adjust(1, 6)).expect(200);
    sayOfAll(lender, receipt, "accept").expect(200);

    gateway
        .database()
        .asSuperuser(
            "update statement.act_step set hours = 9 where nth = 2 and statement_id = '%s'"
                .formatted(receipt.getString("statement")));

    assertThat(acts(answers(school, receipt)))
        .extracting(act -> act.getBoolean("verified"))
        .containsExactly(true, false);
  }

  @Test
  void who_withdraws_speaks_again_and_who_confirmed_does_not() {
    var receipt = stated("8");
    say(school, receipt, adjust(1, 6)).expect(200);

    assertThat(say(school, receipt, adjust(1, 5)).code()).isEqualTo("CONFIRMATION_STEP");
    say(school, receipt, step(1, "withdraw")).expect(200);
    assertThat(states(answers(lender, receipt))).containsExactly("unanswered");
    say(school, receipt, step(1, "confirm")).expect(200);

    var late = say(school, receipt, object(1, "not-worked"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("1 is confirmed");
  }

  @Test
  void a_correction_takes_its_place_and_its_lines_start_anew() {
    var assignment = assignment("P-1").getString("reference");
    var receipt = state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201).json();
    say(school, receipt, object(1, "other-days")).expect(200);

    var correction =
        state(
                statement(assignment, line("P-1", "2026-03-03", "8"))
                    .put("replaces", receipt.getString("statement")))
            .expect(201)
            .json();

    assertThat(states(answers(school, correction))).containsExactly("open");
    var late = say(school, receipt, step(1, "confirm"));
    assertThat(late.code()).isEqualTo("STATEMENT_REPLACED");
    assertThat(late.text()).contains(correction.getString("statement"));
    assertThat(answers(school, receipt).getString("replacedBy"))
        .isEqualTo(correction.getString("statement"));
    assertThat(waiting(school, "me"))
        .contains(correction.getString("statement"))
        .doesNotContain(receipt.getString("statement"));
    assertThat(waiting(lender, "me")).doesNotContain(receipt.getString("statement"));
  }

  @Test
  void each_says_its_own_and_in_a_role_that_may() {
    var receipt = stated("8");

    assertThat(say(lender, receipt, step(1, "confirm")).code()).isEqualTo("STEP_OF_OTHER");
    assertThat(sayOfAll(school, receipt, "accept").code()).isEqualTo("STEP_OF_OTHER");
    var roles = List.of(gateway.as(schoolId, Role.LENDER), gateway.as(lenderId, Role.HR));
    for (var client : roles) {
      assertThat(sayOfAll(client, receipt, "confirm").code()).isEqualTo("ROLE_MISSING");
    }
    assertThat(sayOfAll(stranger, receipt, "confirm").status()).isEqualTo(404);
    assertThat(stranger.get(confirmations(receipt)).status()).isEqualTo(404);
    assertThat(states(answers(lender, receipt))).containsExactly("open");
  }

  @Test
  void what_nobody_but_the_sender_reads_is_not_to_be_answered() {
    var receipt = state(statement(name("A"), line("P-1", "2026-03-02", "8"))).expect(201).json();

    assertThat(lender.get(confirmations(receipt)).status()).isEqualTo(404);
    assertThat(waiting(lender, "other")).doesNotContain(receipt.getString("statement"));
  }

  @Test
  void what_is_sent_again_does_nothing_again() {
    var receipt = stated("8", "8");
    var said = new JsonObject[] {adjust(1, 6).put("note", "Ziek"), step(2, "confirm")};

    var first = say(school, receipt, said).expect(200).json();
    var again = say(school, receipt, said).expect(200).json();

    assertThat(again).isEqualTo(first);
    assertThat(sayOfAll(school, receipt, "confirm").expect(200).json()).isEqualTo(first);
  }

  @Test
  void every_mistake_is_told_at_once_and_nothing_is_stored() {
    var receipt = stated("8");

    var answer =
        say(
            school,
            receipt,
            step(1, "adjust"),
            step(1, "confirm").put("workedHours", 8),
            object(2, "weather"),
            object(3, "other"),
            step(4, "agree").put("note", "Van 999990019"),
            adjust(0, -1));

    assertThat(answer.mistakes())
        .containsExactlyInAnyOrder(
            "/lines/0/workedHours VALUE_REQUIRED",
            "/lines/1/workedHours MEMBER_UNFIT",
            "/lines/2/reason REASON_UNKNOWN",
            "/lines/3/note VALUE_REQUIRED",
            "/lines/4/step STEP_UNKNOWN",
            "/lines/4/note TEXT_HOLDS_BSN",
            "/lines/5/position LINE_UNKNOWN",
            "/lines/5/workedHours HOURS_RANGE");
    assertThat(say(school, receipt, adjust(1, 8), step(7, "confirm")).mistakes())
        .containsExactly("/lines/0/workedHours HOURS_SAME", "/lines/1/position LINE_UNKNOWN");
    assertThat(say(school, receipt, adjust(1, 7), adjust(1, 6)).mistakes())
        .containsExactly("/lines/1/position LINE_TWICE");
    assertThat(say(school, receipt).mistakes()).containsExactly("/lines LIST_LENGTH");
    assertThat(acts(answers(school, receipt))).isEmpty();
  }

  @Test
  void of_twenty_who_speak_of_a_line_at_once_one_wins_and_the_others_are_told_which() {
    var receipt = stated("8", "8");

    var answers =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> say(school, receipt, adjust(2, 1 + i / 4.0)))
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allMatch(answer -> answer.text().contains("2 is adjusted"));
    assertThat(acts(answers(school, receipt))).hasSize(1);
  }

  @Test
  void who_speak_of_different_lines_at_once_all_win() {
    var receipt = stated("8", "8", "8", "8", "8", "8", "8", "8");

    var answers =
        IntStream.rangeClosed(1, 8)
            .parallel()
            .mapToObj(i -> say(school, receipt, step(i, "confirm")))
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    var all = answers(school, receipt);
    assertThat(all.getString("state")).isEqualTo("confirmed");
    assertThat(acts(all)).hasSize(8).allMatch(act -> act.getBoolean("verified"));
  }

  /** Planted: how long it takes to state so many is not what this looks at. */
  @Test
  void five_thousand_lines_are_confirmed_at_once() {
    var receipt = stated("8");
    gateway
        .database()
        .asSuperuser(
            ("insert into statement.line select l.tenant_id, l.statement_id, n, l.counterparty_id, l.pseudonym, l.first_day,"
                    + " l.last_day, l.hours, l.void, l.marks from statement.line l, generate_series(2, 5000) n"
                    + " where statement_id = '%s'")
                .formatted(receipt.getString("statement")));

    var answers = sayOfAll(school, receipt, "confirm").expect(200).json();

    assertThat(answers.getString("state")).isEqualTo("confirmed");
    assertThat(acts(answers)).hasSize(1).allMatch(act -> act.getBoolean("verified"));
    assertThat(lines(answers)).hasSize(5_000);
  }

  private static List<String> verified(String statement) {
    return gateway
        .database()
        .texts(
            "select position || ' ' || trim_scale(hours) from statement.published_confirmed_line"
                + " where statement_id = '%s' order by position".formatted(statement));
  }
}
