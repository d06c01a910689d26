package nl.banenschakel.app;

import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.banenschakel.kernel.Netherlands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it means that nobody objects, as agreed on, at its minute. */
class SilenceIT extends AnsweredHours {
  @BeforeEach
  void relateAnew() {
    relation = begin("receiver");
    accept(lender, invite(relation)).expect(200);
  }

  @AfterEach
  void turnBack() {
    CLOCK.turnTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void silence_confirms_at_its_minute_what_nobody_spoke_of_where_that_was_agreed_on() {
    var agreement = agree("accepts", 10);
    var receipt = stated("8", "7");
    say(school, receipt, adjust(2, 6)).expect(200);
    var term = answers(school, receipt).getJsonObject("term");
    assertThat(term.getInteger("days")).isEqualTo(10);
    assertThat(term.getString("silence")).isEqualTo("accepts");
    assertThat(term.getString("agreement")).isEqualTo(agreement);

    CLOCK.turnTo(due(receipt).minusMillis(1));
    hear();
    assertThat(states(answers(school, receipt))).containsExactly("open", "adjusted");
    CLOCK.turnTo(due(receipt));
    hear();

    var answers = answers(school, receipt);
    assertThat(states(answers)).containsExactly("confirmed", "adjusted");
    var silence = acts(answers).get(1);
    assertThat(silence.getBoolean("verified")).isTrue();
    var document = silence.getJsonObject("document");
    assertThat(document.getString("organisation")).isNull();
    assertThat(document.getString("at")).isEqualTo(term.getString("dueAt"));
    assertThat(document.getString("agreement")).isEqualTo(agreement);
    assertThat(document.getInteger("agreementVersion")).isEqualTo(1);
    assertThat(say(school, receipt, object(1, "not-worked")).text()).contains("1 is confirmed");
  }

  @Test
  void the_term_is_so_many_days_by_the_clocks_of_the_netherlands() {
    agree("accepts", 200);

    var receipt = stated("8");

    var received =
        Instant.parse(read(school, receipt).getString("receivedAt")).atZone(Netherlands.ZONE);
    assertThat(due(receipt).atZone(Netherlands.ZONE).toLocalDateTime())
        .isEqualTo(received.plusDays(200).toLocalDateTime());
  }

  @Test
  void where_silence_disputes_a_line_waits_on_and_can_still_be_confirmed() {
    agree("disputes", 10);
    var receipt = stated("8");

    CLOCK.turnTo(due(receipt));
    hear();

    assertThat(states(answers(lender, receipt))).containsExactly("unanswered");
    sayOfAll(school, receipt, "confirm").expect(200);
    assertThat(answers(lender, receipt).getString("state")).isEqualTo("confirmed");
  }

  @Test
  void without_an_agreement_the_term_is_that_of_the_norm_and_silence_means_nothing() {
    var receipt = stated("8");
    var term = answers(lender, receipt).getJsonObject("term");

    CLOCK.turnTo(due(receipt).plus(Duration.ofDays(1)));
    hear();

    assertThat(term.getInteger("days")).isEqualTo(30);
    assertThat(term.getString("silence")).isNull();
    var answers = answers(school, receipt);
    assertThat(states(answers)).containsExactly("unanswered");
    assertThat(acts(answers).get(0).getJsonObject("document").getString("agreement")).isNull();
  }

  @Test
  void where_two_agreements_are_in_force_silence_means_nothing() {
    agree("accepts", 10);
    agree("accepts", 20);

    var term = answers(school, stated("8")).getJsonObject("term");

    assertThat(term.getString("silence")).isNull();
    assertThat(term.getInteger("days")).isEqualTo(30);
  }

  @Test
  void who_speaks_after_the_minute_is_too_late_however_late_the_job_is() {
    agree("accepts", 10);
    var receipt = stated("8");

    CLOCK.turnTo(due(receipt));
    var late = say(school, receipt, object(1, "not-worked"));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("1 is confirmed");
    hear();
    var answers = answers(school, receipt);
    assertThat(states(answers)).containsExactly("confirmed");
    assertThat(acts(answers)).hasSize(1).allMatch(act -> act.getBoolean("verified"));
  }

  @Test
  void a_replaced_statement_is_not_confirmed_by_silence() {
    agree("accepts", 10);
    var assignment = assignment("P-1").getString("reference");
    var first = state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201).json();
    var due = due(first);
    state(
            statement(assignment, line("P-1", "2026-03-02", "6"))
                .put("replaces", first.getString("statement")))
        .expect(201);

    CLOCK.turnTo(due);
    hear();

    assertThat(acts(answers(school, first))).isEmpty();
  }

  /** The id of an agreement that both accepted. */
  @CanIgnoreReturnValue
  private static String agree(String silence, int days) {
    var content = TwoAgreeing.content(40).put("silence", silence).put("objectionDays", days);
    var drafted = school.post(address(relation) + "/agreements", JSON, content.encode());
    var id = drafted.expect(201).json().getString("agreement");
    var agreement = "/v1/agreements/" + id;
    TwoAgreeing.propose(school, agreement).expect(200);
    TwoAgreeing.agree(lender, agreement, TwoAgreeing.hash(lender, agreement, 1)).expect(200);
    return id;
  }

  private static Instant due(JsonObject receipt) {
    return Instant.parse(answers(school, receipt).getJsonObject("term").getString("dueAt"));
  }

  /** Has every term that waits be looked at now, and waits for what comes of it. */
  private static void hear() {
    var before = waiting();
    gateway
        .database()
        .asSuperuser(
            "update job.queue set claimable_at = now() where kind = 'statement-silence'"
                + " and state = 'WAITING'");
    until(() -> waiting().stream().noneMatch(before::contains));
  }

  private static List<String> waiting() {
    return gateway
        .database()
        .texts("select job_id::text from job.queue where kind = 'statement-silence'");
  }
}
