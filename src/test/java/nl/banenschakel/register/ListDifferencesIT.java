package nl.banenschakel.register;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CAS;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two lists side by side: Anna stays, Bas leaves, Cas enters. */
class ListDifferencesIT {
  private static TestGateway gateway;
  private static ApiClient client;
  private static String earlier;
  private static String later;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    client = gateway.as(gateway.createOrganisation("Zorg", NUMBER), Role.HR);
    client.postContracts(NUMBER, CONTRACTS).expect(201);
    earlier = list("2026-03-01", ANNA, BAS);
    later = list("2026-04-01", CAS, ANNA, ANNA);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void who_entered_left_and_stayed_are_counted_and_named() {
    var page = differences("");

    assertThat(page.json().getJsonObject("counts").encode())
        .isEqualTo("{\"entered\":1,\"left\":1,\"unchanged\":1}");
    assertThat(page.items())
        .extracting(
            it -> it.getJsonArray("personnelNumbers").getString(0) + " " + it.getString("change"))
        .containsExactlyInAnyOrder("E-1 UNCHANGED", "E-2 LEFT", "E-3 ENTERED");
  }

  @Test
  void those_who_changed_in_one_way_are_asked_for_alone_with_the_same_counts() {
    var page = differences("&change=LEFT");

    assertThat(page.items()).extracting(it -> it.getString("change")).containsExactly("LEFT");
    assertThat(page.json().getJsonObject("counts").getInteger("entered")).isEqualTo(1);
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    var people = new ArrayList<String>();
    var next = "";
    do {
      var page = differences("&limit=1" + next);
      page.items().forEach(it -> people.add(it.getString("personId")));
      next = page.json().containsKey("next") ? "&after=" + page.json().getString("next") : "";
    } while (!next.isEmpty());

    assertThat(people).hasSize(3).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void a_list_has_no_differences_with_itself() {
    var page = client.get("/v1/register-snapshots/%s/differences?with=%1$s".formatted(later));

    assertThat(page.expect(200).json().getJsonObject("counts").encode())
        .isEqualTo("{\"entered\":0,\"left\":0,\"unchanged\":2}");
  }

  @Test
  void another_s_list_is_not_there_on_either_side() {
    var other = gateway.as(gateway.createOrganisation("Bouw", NUMBER), Role.HR);
    var theirs =
        other
            .postList(NUMBER, "2026-04-01", ANNA)
            .json()
            .getString("resource")
            .replaceAll(".*/", "");

    for (var pair : List.of(List.of(theirs, later), List.of(later, theirs))) {
      var answer =
          client.get(
              "/v1/register-snapshots/%s/differences?with=%s".formatted(pair.get(0), pair.get(1)));

      assertThat(answer.status()).isEqualTo(404);
    }
  }

  private static Answer differences(String query) {
    return client
        .get("/v1/register-snapshots/%s/differences?with=%s%s".formatted(later, earlier, query))
        .expect(200);
  }

  private static String list(String peildatum, String... bsns) {
    var upload = client.postList(NUMBER, peildatum, "BSN\n" + String.join("\n", bsns)).expect(201);
    return upload.json().getString("resource").replaceAll(".*/", "");
  }
}
