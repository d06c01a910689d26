package nl.banenschakel.app;

import static nl.banenschakel.app.FetchWorld.TODAY;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.intake.IntakeSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list that is fetched while people send as many files as one organisation may. */
class FetchBesideUploadsIT {
  private final FetchWorld it = new FetchWorld();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void without_room_for_it_a_list_is_fetched_again_later_and_its_job_does_not_die() {
    it.mandate(TODAY.plusYears(1));
    var senders =
        IntStream.range(0, IntakeSettings.DEFAULT.placesPerOrganisation())
            .mapToObj(i -> new RawExchange.Open(it.gateway.base()))
            .toList();
    for (int i = 0; i < senders.size(); i++) {
      senders.get(i).send(head(i));
    }
    until(() -> receiving() == senders.size());

    it.schedule("{}");
    until(() -> it.schedule().getJsonObject("trouble") != null);

    assertThat(it.schedule().getJsonObject("trouble").getString("code"))
        .isEqualTo("UNAVAILABLE_NOW");
    assertThat(it.waiting("fetch-register-list")).isEqualTo(1);
    senders.forEach(RawExchange.Open::close);
    until(() -> receiving() == 0);
    it.nextAttempt();
    assertThat(it.schedule().getJsonObject("trouble")).isNull();
    assertThat(it.client.get("/v1/register-snapshots").items()).hasSize(1);
  }

  private int receiving() {
    return it.client.get("/v1/uploads?state=RECEIVING").items().size();
  }

  private String head(int sender) {
    return """
    POST /v1/contract-files?delivery=full&source=system-%d HTTP/1.1
    Host: x
    Authorization: Bearer %s
    Loonheffingennummer: %s
    Content-Type: text/csv
    Content-Length: 1000000

    %s"""
        .replace("\n", "\r\n")
        .formatted(
            sender, it.gateway.token(Set.of(it.organisation), Role.HR), NUMBER, CONTRACT_HEADER);
  }
}
