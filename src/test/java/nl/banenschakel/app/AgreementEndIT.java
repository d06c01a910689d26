package nl.banenschakel.app;

import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of an agreement, told of in time, and what there is then. */
class AgreementEndIT extends TwoAgreeing {
  private static final LocalDate BEGUN = LocalDate.of(2026, 3, 2);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

  @AfterEach
  void turnBack() {
    CLOCK.turnTo(BEGUN);
  }

  @Test
  void both_are_told_of_the_end_sixty_thirty_and_no_days_before_and_once_each() {
    var address = agreed();

    for (int days : List.of(61, 60, 59, 30, 1, 0)) {
      CLOCK.turnTo(LAST_DAY.minusDays(days));
      look();
      look();
    }

    assertThat(daysLeft(gateway.as(schoolId, Role.FINANCE), address))
        .containsExactly("60", "30", "0");
    assertThat(daysLeft(gateway.as(lenderId, Role.FINANCE), address))
        .containsExactly("60", "30", "0");
    CLOCK.turnTo(LAST_DAY.plusDays(1));
    look();
    assertThat(waiting()).isEmpty();
  }

  @Test
  void who_is_told_late_is_told_of_what_is_left() {
    var address = agreed();
    CLOCK.turnTo(LAST_DAY.minusDays(200));
    var ending = "{\"lastDay\":\"2026-07-01\",\"reason\":\"Contract loopt af\"}";

    lender.post(address + "/_end", JSON, ending).expect(200);
    look();

    assertThat(daysLeft(gateway.as(schoolId, Role.FINANCE), address)).containsExactly("17");
  }

  @Test
  void days_without_an_agreement_and_days_with_two_are_found() {
    assertThat(amiss()).containsExactly("AGREEMENT_MISSING 2026-01-01 null 0");

    assertThat(agreed()).isNotEqualTo(agreed());

    assertThat(amiss())
        .containsExactly(
            "TWO_AGREEMENTS 2026-01-01 2026-12-31 2", "AGREEMENT_MISSING 2027-01-01 null 0");
    assertThat(stranger.get(relation + "/agreement-coverage").status()).isEqualTo(404);
  }

  private List<String> amiss() {
    var answer = lender.get(relation + "/agreement-coverage");
    assertThat(school.get(relation + "/agreement-coverage").json()).isEqualTo(answer.json());
    return answer.items().stream()
        .map(
            it ->
                "%s %s %s %d"
                    .formatted(
                        it.getString("what"),
                        it.getString("from"),
                        it.getString("until"),
                        it.getJsonArray("agreements").size()))
        .toList();
  }

  /** Has every look that waits be taken now, and waits for what comes of it. */
  private static void look() {
    var before = waiting();
    gateway
        .database()
        .asSuperuser(
            "update job.queue set claimable_at = now() where kind = 'warn-agreement-end'"
                + " and state = 'WAITING'");
    until(() -> waiting().stream().noneMatch(before::contains));
  }

  private static List<String> waiting() {
    return gateway
        .database()
        .texts("select job_id::text from job.queue where kind = 'warn-agreement-end'");
  }

  private static List<String> daysLeft(ApiClient client, String address) {
    return client.get("/v1/events?limit=200").items().stream()
        .filter(event -> event.getString("type").equals("nl.banenafspraak.agreement-ending.v1"))
        .filter(event -> event.getString("dataref").equals(address))
        .map(event -> event.getJsonObject("data"))
        .map((JsonObject data) -> data.getString("daysLeft"))
        .toList();
  }
}
