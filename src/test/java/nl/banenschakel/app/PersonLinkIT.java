package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** Whom a sender means by a name: told once, and kept by the sender. */
class PersonLinkIT extends TwoOrganisations {
  private static final String BSN = "999990019";
  private static final String OTHER = "999990020";

  @Test
  void a_reference_means_a_person_of_the_senders_own() {
    var made = link("P-10", BSN, "2026-01-01").expect(201).json();

    var again = link("P-10", BSN, "2026-01-01").expect(201).json();
    var second = link("P-11", BSN, "2026-01-01").expect(201).json();

    assertThat(again).isEqualTo(made);
    assertThat(second.getString("personId")).isEqualTo(made.getString("personId"));
    assertThat(made.encode()).doesNotContain(BSN);
    assertThat(lender.get("/v1/person-links").items()).contains(made, second);
    assertThat(gateway.as(schoolId, Role.HR).get("/v1/person-links").items()).isEmpty();
  }

  @Test
  void it_means_one_person_at_a_time() {
    var made = link("P-20", BSN, "2026-01-01").expect(201).json();

    assertThat(link("P-20", OTHER, "2026-07-01").code()).isEqualTo("REFERENCE_LINKED");
    end(made, "2026-06-30").expect(200);

    link("P-20", OTHER, "2026-07-01").expect(201);
    assertThat(link("P-20", BSN, "2026-06-01").code()).isEqualTo("REFERENCE_LINKED");
    assertThat(end(made, "2026-06-29").code()).isEqualTo("LINK_ENDED");
  }

  @Test
  void a_mistake_is_taken_back_as_if_it_had_never_held() {
    var wrong = link("P-30", OTHER, "2026-01-01").expect(201).json();
    assertThat(end(wrong, "2025-12-30").mistakes()).containsExactly("/lastDay DATE_ORDER");

    end(wrong, "2025-12-31").expect(200);

    link("P-30", BSN, "2026-01-01").expect(201);
  }

  @Test
  void of_many_at_once_one_is_made() {
    var statuses =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> link("P-40", i % 2 == 0 ? BSN : OTHER, "2026-01-01").status())
            .toList();

    assertThat(statuses).containsOnly(201, 409);
    assertThat(
            gateway
                .database()
                .texts("select count(*)::text from statement.person_link where reference = 'P-40'"))
        .containsExactly("1");
  }

  @Test
  void every_mistake_is_told_at_once() {
    var body =
        new JsonObject()
            .put("reference", BSN)
            .put("bsn", "123456789")
            .put("legalGround", "toestemming")
            .put("firstDay", "1999-01-01");

    assertThat(lender.post("/v1/person-links", JSON, body.encode()).mistakes())
        .containsExactlyInAnyOrder(
            "/reference TEXT_HOLDS_BSN",
            "/bsn BSN_ELFPROEF",
            "/legalGround LEGAL_GROUND_UNKNOWN",
            "/firstDay DATE_YEAR");
  }

  private static Answer link(String reference, String bsn, String firstDay) {
    var body =
        new JsonObject()
            .put("reference", reference)
            .put("bsn", bsn)
            .put("legalGround", "wet-lb-28")
            .put("firstDay", firstDay);
    return lender.post("/v1/person-links", JSON, body.encode());
  }

  private static Answer end(JsonObject link, String lastDay) {
    var body = "{\"lastDay\":\"%s\",\"reason\":\"Klaar\"}".formatted(lastDay);
    return lender.post("/v1/person-links/" + link.getString("id") + "/_end", JSON, body);
  }
}
