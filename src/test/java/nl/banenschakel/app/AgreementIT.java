package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** An agreement from its proposal to its end, as both read it. */
class AgreementIT extends TwoAgreeing {
  @Test
  void both_accept_the_same_hash_which_anybody_can_work_out_again() throws Exception {
    var address = draft(school, content(40));
    propose(school, address).expect(200);
    var version = version(lender, address, 1);

    assertThat(version.getString("hash")).isEqualTo(sha256(version.getJsonObject("document")));
    assertThat(agree(lender, address, "0".repeat(64)).code()).isEqualTo("AGREEMENT_HASH");
    assertThat(agree(school, address, version.getString("hash")).code())
        .isEqualTo("AGREEMENT_OWN_PROPOSAL");
    var accepted = agree(lender, address, version.getString("hash")).expect(200).json();

    assertThat(accepted.getString("state")).isEqualTo("accepted");
    assertThat(accepted.getInteger("inForce")).isEqualTo(1);
    assertThat(school.get(address).json()).isEqualTo(accepted);
    assertThat(version(school, address, 1).getString("state")).isEqualTo("accepted");
  }

  @Test
  void an_amendment_takes_the_place_of_the_version_before_from_its_first_day_on() {
    var address = agreed();
    lender
        .post(address + "/_amend", JSON, content(35).put("validFrom", "2026-07-01").encode())
        .expect(201);
    assertThat(school.get(address + "/draft").status()).isEqualTo(404);

    propose(lender, address).expect(200);
    assertThat(school.get(address).json().getString("state")).isEqualTo("amending");
    var ended = agree(school, address, hash(school, address, 2)).expect(200).json();

    assertThat(ended.getJsonArray("holdings").stream().map(JsonObject.class::cast))
        .extracting(it -> it.getInteger("version") + " " + it.getString("from"))
        .containsExactly("1 2026-01-01", "2 2026-07-01");
    assertThat(ended.getInteger("inForce")).isEqualTo(1);
    assertThat(version(school, address, 1).getJsonObject("document").getJsonObject("content"))
        .isNotEqualTo(
            version(school, address, 2).getJsonObject("document").getJsonObject("content"));
  }

  @Test
  void what_is_declined_changes_nothing_that_holds() {
    var address = agreed();
    school.post(address + "/_amend", JSON, content(50).encode()).expect(201);
    propose(school, address).expect(200);

    var declined =
        lender.post(address + "/_decline", JSON, "{\"reason\":\"Te veel\"}").expect(200).json();

    assertThat(declined.getString("state")).isEqualTo("accepted");
    assertThat(declined.getInteger("inForce")).isEqualTo(1);
    assertThat(version(school, address, 2).getString("state")).isEqualTo("declined");
    assertThat(lender.post(address + "/_decline", JSON, "{\"reason\":\"x\"}").code())
        .isEqualTo("AGREEMENT_STEP");
  }

  @Test
  void the_other_one_may_answer_with_a_proposal_of_its_own() {
    var address = draft(school, content(40));
    propose(school, address).expect(200);
    lender.post(address + "/_amend", JSON, content(30).encode()).expect(201);
    var old = hash(school, address, 1);

    propose(lender, address).expect(200);

    assertThat(agree(school, address, old).code()).isEqualTo("AGREEMENT_HASH");
    assertThat(version(school, address, 1).getString("state")).isEqualTo("replaced");
    agree(school, address, hash(school, address, 2)).expect(200);
  }

  @Test
  void it_ends_from_today_on_and_no_earlier() {
    var address = agreed();
    var ending = "{\"lastDay\":\"%s\",\"reason\":\"Contract loopt af\"}";

    assertThat(school.post(address + "/_end", JSON, ending.formatted("2026-03-01")).mistakes())
        .containsExactly("/lastDay LAST_DAY_UNFIT");
    assertThat(school.post(address + "/_end", JSON, ending.formatted("2027-01-01")).mistakes())
        .containsExactly("/lastDay LAST_DAY_UNFIT");
    var ended = lender.post(address + "/_end", JSON, ending.formatted("2026-06-30")).expect(200);

    assertThat(ended.json().getString("state")).isEqualTo("ended");
    assertThat(ended.json().getJsonArray("holdings").getJsonObject(0).getString("until"))
        .isEqualTo("2026-06-30");
    assertThat(school.post(address + "/_amend", JSON, content(1).encode()).code())
        .isEqualTo("AGREEMENT_STEP");
    assertThat(school.post(address + "/_end", JSON, ending.formatted("2026-05-30")).code())
        .isEqualTo("AGREEMENT_STEP");
  }

  @Test
  void of_twenty_acceptances_at_once_one_counts() throws Exception {
    var address = draft(school, content(40));
    propose(school, address).expect(200);
    var hash = hash(lender, address, 1);

    var answers = atOnce(() -> agree(lender, address, hash));

    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 412);
    assertThat(answers).anyMatch(answer -> answer.status() == 200);
    assertThat(school.get(address).json().getJsonArray("steps")).hasSize(2);
  }

  @Test
  void of_twenty_amendments_at_once_one_is_the_draft() throws Exception {
    var address = agreed();

    var answers = atOnce(() -> school.post(address + "/_amend", JSON, content(50).encode()));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allMatch(answer -> answer.code().equals("AGREEMENT_DRAFT_EXISTS"));
    assertThat(atOnce(() -> propose(school, address)))
        .filteredOn(answer -> answer.status() == 200)
        .hasSize(1);
    assertThat(school.get(address + "/versions").items()).hasSize(2);
  }
}
