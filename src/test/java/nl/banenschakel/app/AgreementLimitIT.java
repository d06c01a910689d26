package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How many agreements, versions and drafts there may be, and how large what they come to is. */
class AgreementLimitIT extends TwoAgreeing {
  @Test
  void agreements_of_the_other_one_and_thrown_away_drafts_use_up_nothing() {
    plant(lenderId, 200, Optional.of(schoolId));
    plant(schoolId, 200, Optional.empty());

    assertThat(draft(school, content(40))).isNotEmpty();

    plant(schoolId, 199, Optional.of(lenderId));
    assertThat(school.post(relation + "/agreements", JSON, content(40).encode()).code())
        .isEqualTo("AGREEMENT_FULL");
    assertThat(lender.post(relation + "/agreements", JSON, content(40).encode()).code())
        .isEqualTo("AGREEMENT_FULL");
  }

  @Test
  void versions_of_the_other_one_use_up_nothing_and_lists_do_not_read_what_they_say() {
    var address = agreed();
    plantVersions(id(address), 100);

    assertThat(school.get(address).expect(200).json().getInteger("versions")).isEqualTo(101);
    assertThat(lender.get(relation + "/agreements").items()).hasSize(1);

    school.post(address + "/_amend", JSON, content(50).encode()).expect(201);
    propose(school, address).expect(200);
    assertThat(version(lender, address, 102).getString("state")).isEqualTo("proposed");
    lender.post(address + "/_amend", JSON, content(45).encode()).expect(201);
    assertThat(propose(lender, address).code()).isEqualTo("AGREEMENT_FULL");
  }

  @Test
  void drafts_are_changed_a_thousand_times_and_can_still_be_proposed() {
    var address = draft(school, content(40));
    gateway
        .database()
        .asSuperuser(
            """
            insert into agreement.draft (tenant_id, agreement_id, revision, content, changed_by)
            select d.tenant_id, d.agreement_id, n, d.content, 'x'
              from agreement.draft d, generate_series(2, 1000) n
             where d.agreement_id = '%s'
            """
                .formatted(id(address)));

    assertThat(change(address).code()).isEqualTo("AGREEMENT_FULL");

    propose(school, address).expect(200);
  }

  @Test
  void the_most_that_terms_can_come_to_is_worked_out() {
    var dear = content(1);
    dear.put(
        "terms",
        JsonArray.of(
            terms("lkv", "euro-per-verified-hour", 10_000_000),
            terms("bonus", "fixed", 10_000_000)
                .put("floor", 1_000_000_000)
                .put("limitsPer", "person-year")));
    var address = draft(school, dear);

    var components = explain(address, 100_000, 8_784).expect(200).json().getJsonArray("components");

    assertThat(components.getJsonObject(0).getNumber("due").doubleValue()).isEqualTo(8.784e15);
    assertThat(components.getJsonObject(1).getNumber("due").doubleValue()).isEqualTo(1e14);
  }

  @Test
  void more_than_can_be_worked_out_is_refused_when_it_is_drafted() {
    var dear = content(1);
    dear.put(
        "terms",
        JsonArray.of(terms("lkv", "euro-per-verified-hour", 10_000_001).put("cap", 1_000_000_001)));

    assertThat(school.post(relation + "/agreements", JSON, dear.encode()).mistakes())
        .containsExactlyInAnyOrder(
            "/terms/0/tiers/0/rate NUMBER_RANGE", "/terms/0/cap AMOUNT_RANGE");
  }

  @Test
  void the_lkv_of_days_before_there_was_any_is_not_known() {
    var early =
        new JsonObject()
            .put("kind", "detachering")
            .put("side", "receiver")
            .put("counterpartyName", "De ander")
            .put("firstDay", "2016-01-01");
    var begun = school.post("/v1/relations", JSON, early.encode()).expect(201).json();
    var lkv = terms("lkv", "percentage-of-received", 40);
    var content =
        content(1)
            .put("validFrom", "2016-01-01")
            .put("regime", "quotum-2015")
            .put("terms", JsonArray.of(lkv));
    var drafted =
        school
            .post(address(begun) + "/agreements", JSON, content.encode())
            .expect(201)
            .json()
            .getString("agreement");

    var explained = explain("/v1/agreements/" + drafted, 2, 1_331).expect(200).json();

    var component = explained.getJsonArray("components").getJsonObject(0);
    assertThat(component.getValue("total")).isNull();
    assertThat(component.getValue("due")).isNull();
    assertThat(explained.getJsonObject("example").getJsonArray("en").getString(1))
        .startsWith("For the loonkostenvoordeel there is no example");
  }

  /** Agreements that an organisation began; to nobody: it threw them away. */
  private void plant(UUID whose, int many, Optional<UUID> to) {
    gateway
        .database()
        .asSuperuser(
            """
            insert into agreement.agreement (tenant_id, agreement_id, relation_id, counterparty_id, made_by)
            select '%s', gen_random_uuid(), '%s', nullif('%s', '')::uuid, 'x'
              from generate_series(1, %d)
            """
                .formatted(whose, id(relation), to.map(UUID::toString).orElse(""), many));
  }

  /** Versions of the lender, after the first one, that say nothing anybody could read. */
  private static void plantVersions(String agreement, int many) {
    gateway
        .database()
        .asSuperuser(
            """
            insert into agreement.version (
              tenant_id, agreement_id, version, counterparty_id, revision, document, hash, valid_from, proposed_by)
            select '%s', '%s', n + 1, '%s', n + 1000, '{', repeat('0', 64), '2026-01-01', 'x'
              from generate_series(1, %d) n
            """
                .formatted(lenderId, agreement, schoolId, many));
  }

  private static Answer change(String address) {
    return school.send(
        "PUT",
        address + "/draft",
        Optional.of(JSON),
        content(45).encode().getBytes(StandardCharsets.UTF_8),
        "If-Match",
        "*");
  }

  private static Answer explain(String address, int persons, int hours) {
    var figures =
        new JsonObject().put("persons", persons).put("verloondeUrenPerPerson", hours).encode();
    return school.post(address + "/_explain", JSON, figures);
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
