package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one of the two writes down before the other one sees it. */
class AgreementDraftIT extends TwoAgreeing {
  @Test
  void nobody_else_sees_a_draft_until_it_is_proposed() {
    var address = draft(school, content(40));

    assertThat(school.get(address).expect(200).json().getString("state")).isEqualTo("draft");
    assertThat(lender.get(address).status()).isEqualTo(404);
    assertThat(lender.get(address + "/draft").status()).isEqualTo(404);
    assertThat(lender.get(relation + "/agreements").items()).isEmpty();

    propose(school, address).expect(200);

    assertThat(lender.get(address).expect(200).json())
        .isEqualTo(school.get(address).expect(200).json());
    assertThat(lender.get(relation + "/agreements").items()).hasSize(1);
    assertThat(school.get(address + "/draft").status()).isEqualTo(404);
    assertThat(stranger.get(address).status()).isEqualTo(404);
    assertThat(stranger.get(address + "/versions").status()).isEqualTo(404);
    assertThat(stranger.get(relation + "/agreements").status()).isEqualTo(404);
  }

  @Test
  void what_a_draft_leaves_out_is_filled_in_by_the_kind_of_relation_and_the_norms() {
    var content = school.get(draft(school, content(40)) + "/draft").json().getJsonObject("content");

    assertThat(content.getString("bonusTo")).isEqualTo("provider");
    assertThat(content.getJsonArray("opslagPaidBy"))
        .isEqualTo(JsonArray.of("provider", "receiver"));
    assertThat(content.getInteger("objectionDays")).isEqualTo(30);
    assertThat(content.getInteger("statementDueDays")).isEqualTo(14);
    assertThat(content.getString("stated")).isEqualTo("quarter");
    assertThat(content.getString("correctionsUntil")).isEqualTo("05-01");
    assertThat(content.getString("finalSettlementFrom")).isEqualTo("08-01");
  }

  @Test
  void a_change_needs_the_version_that_was_seen() {
    var address = draft(school, content(40)) + "/draft";
    var body = content(45).encode().getBytes(StandardCharsets.UTF_8);
    var json = Optional.of(JSON);

    assertThat(school.send("PUT", address, json, body).status()).isEqualTo(428);
    school.send("PUT", address, json, body, "If-Match", "\"1\"").expect(200);
    assertThat(school.send("PUT", address, json, body, "If-Match", "\"1\"").status())
        .isEqualTo(412);
    assertThat(school.get(address).headers().firstValue("ETag")).contains("\"2\"");
  }

  @Test
  void a_draft_that_was_thrown_away_is_gone_and_so_is_its_agreement() {
    var address = draft(school, content(40));

    school
        .send("DELETE", address + "/draft", Optional.empty(), new byte[0], "If-Match", "\"1\"")
        .expect(200);

    assertThat(school.get(address).status()).isEqualTo(404);
    assertThat(school.get(relation + "/agreements").items()).isEmpty();
  }

  @Test
  void nothing_is_proposed_in_a_relation_that_nobody_accepted() {
    var alone = address(begin("receiver"));
    var draft = school.post(alone + "/agreements", JSON, content(40).encode()).expect(201).json();

    var answer = propose(school, "/v1/agreements/" + draft.getString("agreement"));

    assertThat(answer.code()).isEqualTo("AGREEMENT_RELATION");
  }

  @Test
  void it_is_explained_with_an_example_and_stored_nowhere() {
    var address = agreed();

    var explained =
        lender
            .post(
                address + "/_explain",
                JSON,
                "{\"persons\":2,\"verloondeUrenPerPerson\":1981,\"bonus\":6000}")
            .expect(200)
            .json();

    assertThat(explained.getBoolean("indicative")).isTrue();
    assertThat(explained.getJsonObject("sentences").getJsonArray("nl").getString(0))
        .isEqualTo(
            "Van de bonus over de uren van Werkpool krijgt Schoolgroep 40 %, tot EUR 2.000 per"
                + " jaar, per kwartaal verrekend.");
    assertThat(explained.getJsonObject("example").getJsonArray("en").getString(1))
        .isEqualTo(
            "The bonus is then EUR 6,000. Of that, Schoolgroep gets EUR 2,000 and Werkpool keeps"
                + " EUR 4,000.");
  }

  @Test
  void where_one_cannot_be_read_no_mistake_is_told_of_another_one() {
    var wrong = content(40).put("bonusTo", "nobody").put("opslagPaidBy", JsonArray.of("nobody"));
    wrong.getJsonArray("terms").getJsonObject(0).put("payer", "receiver");
    wrong.getJsonArray("terms").add(terms("opslag", "percentage-of-paid", 10));
    assertThat(school.post(relation + "/agreements", JSON, wrong.encode()).mistakes())
        .containsExactlyInAnyOrder("/bonusTo WORD_UNKNOWN", "/opslagPaidBy/0 WORD_UNKNOWN");

    var unread = content(40);
    unread.getJsonArray("terms").add(0, terms("bonus", "nothing", 10));
    unread.getJsonArray("terms").getJsonObject(1).put("payer", "receiver");
    assertThat(school.post(relation + "/agreements", JSON, unread.encode()).mistakes())
        .containsExactly("/terms/0/basis WORD_UNKNOWN");
  }

  @Test
  void every_mistake_is_told_at_once_with_its_place() {
    var wrong =
        content(140)
            .put("validFrom", "2025-12-31")
            .put("validUntil", "2025-01-01")
            .put("silence", "perhaps")
            .put("recognition", "paid")
            .put("correctionsUntil", "02-29")
            .put("objectionDays", 0);
    wrong.getJsonArray("terms").getJsonObject(0).put("payer", "receiver");
    wrong.getJsonArray("terms").add(terms("heffing", "percentage-of-received", 10));

    assertThat(school.post(relation + "/agreements", JSON, wrong.encode()).mistakes())
        .containsExactlyInAnyOrder(
            "/validFrom OUTSIDE_RELATION",
            "/validUntil DATE_ORDER",
            "/silence WORD_UNKNOWN",
            "/recognition RECOGNITION_OF_PROCUREMENT",
            "/correctionsUntil MONTH_DAY",
            "/objectionDays DAYS_RANGE",
            "/terms/0/tiers PERCENTAGE_RANGE",
            "/terms/1/basis BASIS_UNFIT");
  }
}
