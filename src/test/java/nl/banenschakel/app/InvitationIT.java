package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Links that bring an organisation into a relation, once. */
class InvitationIT extends TwoOrganisations {
  @Test
  void a_link_tells_what_it_is_about_and_works_once() {
    var link = invite(begin("receiver"));

    var opened = lender.post("/v1/relation-invitations/_open", JSON, link).expect(200).json();
    accept(lender, link).expect(200);

    assertThat(opened.getString("receiver")).isEqualTo("Schoolgroep");
    assertThat(opened.getString("kind")).isEqualTo("detachering");
    assertThat(accept(stranger, link).code()).isEqualTo("INVITATION_ENDED");
    assertThat(accept(lender, link).code()).isEqualTo("INVITATION_ENDED");
  }

  @Test
  void a_link_works_for_thirty_days() {
    var begun = begin("receiver");
    var link = invite(begun);
    var then = CLOCK.instant();
    try {
      CLOCK.turnTo(then.plus(Duration.ofDays(30)));
      assertThat(accept(lender, link).code()).isEqualTo("INVITATION_ENDED");
      assertThat(invitations(begun)).containsExactly("expired");
    } finally {
      CLOCK.turnTo(then);
    }
    accept(lender, link).expect(200);
  }

  @Test
  void who_declines_ends_one_invitation_and_not_the_relation() {
    var begun = begin("receiver");
    var first = invite(begun);
    var second = invite(begun);

    lender.post("/v1/relation-invitations/_decline", JSON, first).expect(200);

    assertThat(invitations(begun)).containsExactly("open", "declined");
    accept(lender, second).expect(200);
    assertThat(invitations(begun)).containsExactly("accepted", "declined");
  }

  @Test
  void an_invitation_that_is_called_off_brings_nobody_in() {
    var begun = begin("receiver");
    var link = invite(begun);
    var id = school.get(address(begun) + "/invitations").items().get(0).getString("id");

    var withdrawn =
        school.send("DELETE", address(begun) + "/invitations/" + id, Optional.empty(), new byte[0]);

    assertThat(withdrawn.expect(200).json().getString("status")).isEqualTo("withdrawn");
    assertThat(accept(lender, link).code()).isEqualTo("INVITATION_ENDED");
  }

  @Test
  void of_two_that_accept_at_once_one_comes_in() {
    var begun = begin("receiver");
    var links = List.of(invite(begun), invite(begun));
    var who = List.of(lender, stranger);

    var answers =
        List.of(0, 1).stream()
            .map(nth -> CompletableFuture.supplyAsync(() -> accept(who.get(nth), links.get(nth))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .extracting(Answer::code)
        .isSubsetOf("RELATION_STEP", "CHANGED_MEANWHILE");
    assertThat(steps(school.get(address(begun)).json())).hasSize(2);
  }

  @Test
  void nobody_accepts_for_the_one_that_invited() {
    assertThat(accept(school, invite(begin("receiver"))).code()).isEqualTo("RELATION_WITH_ITSELF");
  }

  @Test
  void a_forged_link_is_none() {
    var link = new JsonObject(invite(begin("receiver"))).getString("link");
    var forged = new JsonObject().put("link", "B" + link.substring(1)).encode();

    assertThat(accept(lender, forged).status()).isEqualTo(404);
  }
}
