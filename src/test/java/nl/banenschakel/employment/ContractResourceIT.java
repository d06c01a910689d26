package nl.banenschakel.employment;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.contract;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** One contract, and all of them, now and as of a moment. */
class ContractResourceIT extends ContractApi {

  @Test
  void what_was_known_at_a_moment_is_told_again() {
    var before = Instant.now();
    deliver(EARLIER, OTHER);
    var between = Instant.now();
    deliver(LATER);
    var id = idOf("E-1");

    assertThat(hours(get(id))).isEqualTo(32);
    assertThat(hours(client.get("/v1/contracts/%s?asOf=%s".formatted(id, between)))).isEqualTo(20);
    assertThat(client.get("/v1/contracts/%s?asOf=%s".formatted(id, before)).status())
        .isEqualTo(404);
    assertThat(numbers(list(""))).containsExactly("E-1");
    assertThat(numbers(list("?asOf=" + between))).containsExactly("E-1", "E-2");
    assertThat(numbers(list("?asOf=" + before))).isEmpty();
  }

  @Test
  void the_same_moment_gives_the_same_bytes_whatever_came_later() {
    deliver(EARLIER, OTHER);
    var then = Instant.now();
    var id = idOf("E-1");
    var first = client.get("/v1/contracts/%s?asOf=%s".formatted(id, then));
    deliver(LATER);

    var again = client.get("/v1/contracts/%s?asOf=%s".formatted(id, then));

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(get(id).header("ETag")).isNotEqualTo(first.header("ETag"));
  }

  @Test
  void a_moment_ahead_or_without_offset_is_refused() {
    var later = Instant.now().plusSeconds(60);

    assertThat(list("?asOf=" + later).mistakes()).containsExactly("query asOf AS_OF_FUTURE");
    assertThat(list("?asOf=2026-01-01T00:00:00").mistakes())
        .containsExactly("query asOf AS_OF_FORM");
  }

  @Test
  void a_closed_contract_is_there_still_without_parts() {
    deliver(EARLIER, OTHER);
    var id = idOf("E-2");
    deliver(EARLIER);

    var closed = get(id).expect(200).json();

    assertThat(closed.getString("state")).isEqualTo("CLOSED");
    assertThat(closed.getString("personnelNumber")).isEqualTo("E-2");
    assertThat(closed.getJsonArray("parts")).isEmpty();
  }

  @Test
  void contracts_of_another_organisation_are_not_there() {
    deliver(EARLIER);
    var id = idOf("E-1");
    var other = gateway.as(gateway.createOrganisation("Ander", NUMBER), Role.HR);

    assertThat(numbers(other.get("/v1/contracts"))).isEmpty();
    assertThat(other.get("/v1/contracts/" + id).status()).isEqualTo(404);
    assertThat(
            other
                .send(
                    "DELETE",
                    "/v1/contracts/" + id + "?on=2026-05-31",
                    Optional.empty(),
                    new byte[0],
                    "If-Match",
                    "*")
                .status())
        .isEqualTo(404);
  }

  @Test
  void pages_hold_every_contract_once() {
    deliver(EARLIER, OTHER, contract("E-3", ANNA, "8,00"));

    var first = list("?limit=2").json();
    var second = list("?limit=2&after=" + first.getString("next")).json();

    assertThat(first.getJsonArray("items")).hasSize(2);
    assertThat(second.getJsonArray("items")).hasSize(1);
    assertThat(second.getString("next")).isNull();
  }
}
