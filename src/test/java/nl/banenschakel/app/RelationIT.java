package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What two organisations read of each other, and a third one does not. */
class RelationIT extends TwoOrganisations {
  @Test
  void both_read_the_same_once_the_other_one_has_accepted() {
    var begun = begin("receiver");
    assertThat(begun.getString("state")).isEqualTo("inviting");
    var address = address(begun);
    assertThat(lender.get(address).status()).isEqualTo(404);

    var accepted = accept(lender, invite(begun)).expect(200).json();

    assertThat(accepted.getString("state")).isEqualTo("running");
    assertThat(accepted.getJsonObject("provider")).isEqualTo(side(lenderId, "Werkpool"));
    assertThat(accepted.getJsonObject("receiver")).isEqualTo(side(schoolId, "Schoolgroep"));
    assertThat(school.get(address).expect(200).json()).isEqualTo(accepted);
    assertThat(lender.get(address).expect(200).json()).isEqualTo(accepted);
    assertThat(steps(accepted)).containsExactly("inviting " + schoolId, "running " + lenderId);
    assertThat(stranger.get(address).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/relations").items()).isEmpty();
  }

  @Test
  void who_lends_may_begin_it_as_well() {
    var accepted = accept(lender, invite(begin("provider"))).expect(200).json();

    assertThat(accepted.getJsonObject("provider")).isEqualTo(side(schoolId, "Schoolgroep"));
    assertThat(accepted.getJsonObject("receiver")).isEqualTo(side(lenderId, "Werkpool"));
  }

  @Test
  void either_ends_it_and_the_other_one_reads_why() {
    var begun = begin("receiver");
    accept(lender, invite(begun)).expect(200);

    end(lender, begun, "2026-06-30").expect(200);

    var seen = school.get(address(begun)).json();
    assertThat(seen.getString("state")).isEqualTo("ended");
    assertThat(seen.getString("lastDay")).isEqualTo("2026-06-30");
    assertThat(seen.getJsonArray("steps").getJsonObject(2).getString("reason"))
        .isEqualTo("Contract loopt af");
  }

  @Test
  void neither_ends_it_before_today_and_hides_what_the_other_one_has_read() {
    var begun = begin("receiver");
    accept(lender, invite(begun)).expect(200);

    assertThat(end(lender, begun, "2026-03-01").mistakes())
        .containsExactly("/lastDay LAST_DAY_UNFIT");
    assertThat(end(lender, begun, "2025-12-31").mistakes())
        .containsExactly("/lastDay LAST_DAY_UNFIT");

    assertThat(school.get(address(begun)).json().getString("state")).isEqualTo("running");
    end(lender, begun, "2026-03-02").expect(200);
  }

  @Test
  void a_last_day_is_moved_and_put_off_only_by_who_gave_it() {
    var begun = begin("receiver");
    accept(lender, invite(begun)).expect(200);
    end(lender, begun, "2026-06-03").expect(200);

    assertThat(end(school, begun, "2026-06-30").code()).isEqualTo("RELATION_STEP");
    end(lender, begun, "2026-06-30").expect(200);
    assertThat(end(lender, begun, "2026-03-01").mistakes())
        .containsExactly("/lastDay LAST_DAY_UNFIT");
    end(school, begun, "2026-05-31").expect(200);

    assertThat(lender.get(address(begun)).json().getString("lastDay")).isEqualTo("2026-05-31");
  }

  @Test
  void it_runs_until_its_last_day_and_what_is_over_stays_over() {
    var begun = begin("receiver");
    accept(lender, invite(begun)).expect(200);
    end(lender, begun, "2026-03-02").expect(200);

    lender.post(address(begun) + "/admissions", JSON, admission("2026-03-02")).expect(200);
    CLOCK.turnTo(LocalDate.of(2026, 3, 3));
    try {
      assertThat(lender.post(address(begun) + "/admissions", JSON, admission("2026-03-02")).code())
          .isEqualTo("ADMISSION_NOT_ASKED");
      assertThat(end(lender, begun, "2026-12-31").code()).isEqualTo("RELATION_STEP");
    } finally {
      CLOCK.turnTo(LocalDate.of(2026, 3, 2));
    }
  }

  @Test
  void what_runs_is_not_called_off_and_nobody_else_is_invited() {
    var begun = begin("receiver");
    accept(lender, invite(begun)).expect(200);

    assertThat(withdraw(begun).code()).isEqualTo("RELATION_STEP");
    assertThat(school.post(address(begun) + "/invitations", JSON, "{\"recipient\":\"x\"}").code())
        .isEqualTo("RELATION_STEP");
  }

  @Test
  void what_was_called_off_is_accepted_by_nobody() {
    var begun = begin("receiver");
    var link = invite(begun);

    withdraw(begun).expect(200);

    assertThat(accept(lender, link).code()).isEqualTo("RELATION_STEP");
    assertThat(lender.get(address(begun)).status()).isEqualTo(404);
  }

  @Test
  void either_records_that_a_lender_is_admitted_and_the_newest_holds() {
    var begun = begin("receiver");
    accept(lender, invite(begun)).expect(200);

    lender.post(address(begun) + "/admissions", JSON, admission("2027-01-04")).expect(200);
    school.post(address(begun) + "/admissions", JSON, admission("2027-02-01")).expect(200);

    var holds = lender.get(address(begun)).json().getJsonObject("admission");
    assertThat(holds.getInteger("version")).isEqualTo(2);
    assertThat(holds.getString("checkedOn")).isEqualTo("2027-02-01");
    assertThat(holds.getString("recordedFor")).isEqualTo(schoolId.toString());
  }

  @Test
  void every_mistake_is_told_at_once() {
    var answer =
        school.post(
            "/v1/relations",
            JSON,
            "{\"kind\":\"x\",\"side\":\"y\",\"counterpartyName\":\"999990019\",\"firstDay\":\"1999-01-01\"}");

    assertThat(answer.mistakes())
        .containsExactlyInAnyOrder(
            "/kind RELATION_KIND_UNKNOWN",
            "/side SIDE_UNKNOWN",
            "/counterpartyName TEXT_HOLDS_BSN",
            "/firstDay DATE_YEAR");
  }

  private static Answer end(ApiClient client, JsonObject relation, String lastDay) {
    var ending = "{\"lastDay\":\"%s\",\"reason\":\"Contract loopt af\"}".formatted(lastDay);
    return client.post(address(relation) + "/_end", JSON, ending);
  }

  private static String admission(String checkedOn) {
    return "{\"number\":\"NAU-1\",\"document\":\"Uittreksel\",\"checkedOn\":\"%s\"}"
        .formatted(checkedOn);
  }
}
