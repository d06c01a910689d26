package nl.banenschakel.employment;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The end of a contract: from now on known, and nothing erased. */
class ContractEndIT extends ContractApi {

  @Test
  void a_contract_is_ended_and_as_of_before_it_is_what_it_was() {
    deliver(EARLIER);
    var before = Instant.now();
    var id = idOf("E-1");
    var tag = get(id).header("ETag");

    var ended = end(id, "2026-05-31", tag).expect(200);

    assertThat(part(ended).getString("endDate")).isEqualTo("2026-05-31");
    assertThat(ended.json()).isEqualTo(get(id).json());
    assertThat(ended.header("ETag")).isNotEqualTo(tag);
    var asOf = client.get("/v1/contracts/%s?asOf=%s".formatted(id, before));
    assertThat(part(asOf).getString("endDate")).isNull();
  }

  @Test
  void ending_it_again_on_the_same_day_has_no_effect() {
    deliver(EARLIER);
    var id = idOf("E-1");
    var ended = end(id, "2026-05-31", "*").expect(200);

    var again = end(id, "2026-05-31", ended.header("ETag")).expect(200);

    assertThat(again.json()).isEqualTo(ended.json());
    assertThat(again.header("ETag")).isEqualTo(ended.header("ETag"));
  }

  @Test
  void parts_that_begin_after_the_last_day_are_closed_and_those_that_ended_before_stay() {
    var header = CONTRACT_HEADER.replace("Afdeling", "Contractnummer");
    client
        .postContracts(
            NUMBER,
            header
                + "E-1;%s;01-01-2024;31-12-2024;20;C\n".formatted(ANNA)
                + "E-1;%s;01-01-2025;;24;C\nE-1;%s;01-01-2027;;32;C\n".formatted(ANNA, ANNA))
        .expect(201);

    var ended = end(idOf("E-1"), "2026-05-31", "*").expect(200).json();

    assertThat(
            ended.getJsonArray("parts").stream().map(it -> ((JsonObject) it).getString("endDate")))
        .containsExactly("2024-12-31", "2026-05-31");
  }

  @Test
  void who_has_not_seen_the_latest_version_ends_nothing() {
    deliver(EARLIER);
    var id = idOf("E-1");
    var stale = get(id).header("ETag");
    deliver(LATER);

    assertThat(end(id, "2026-05-31", stale).code()).isEqualTo("CHANGED_MEANWHILE");
    assertThat(end(id, "2026-05-31").code()).isEqualTo("IF_MATCH_REQUIRED");
    assertThat(part(get(id)).getString("endDate")).isNull();
    assertThat(end(id, "2026-05-31", "\"x\", " + get(id).header("ETag")).status()).isEqualTo(200);
  }

  @Test
  void a_contract_cannot_end_before_it_begins_or_in_a_year_that_cannot_be() {
    deliver(EARLIER);
    var id = idOf("E-1");

    assertThat(end(id, "2023-12-31", get(id).header("ETag")).mistakes())
        .containsExactly("query on DATE_ORDER");
    assertThat(end(id, "+99999-12-31", get(id).header("ETag")).mistakes())
        .containsExactly("query on DATE_YEAR");
    assertThat(end(id, "2200-01-01", get(id).header("ETag")).mistakes())
        .containsExactly("query on DATE_YEAR");
  }

  @Test
  void a_contract_that_its_source_no_longer_has_cannot_be_ended() {
    deliver(EARLIER, OTHER);
    var id = idOf("E-2");
    deliver(EARLIER);

    assertThat(end(id, "2026-05-31", "*").code()).isEqualTo("CONTRACT_CLOSED");
  }

  @Test
  void what_the_source_delivers_after_the_end_counts_again() {
    deliver(EARLIER);
    var id = idOf("E-1");
    end(id, "2026-05-31", "*").expect(200);

    deliver(LATER);

    assertThat(part(get(id)).getString("endDate")).isNull();
  }
}
