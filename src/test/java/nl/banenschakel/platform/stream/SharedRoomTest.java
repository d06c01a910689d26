package nl.banenschakel.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.platform.failure.Failure;
import org.junit.jupiter.api.Test;

class SharedRoomTest {
  private static final UUID ALFA = UUID.fromString("00000000-0000-4000-8000-00000000000a");
  private static final UUID BETA = UUID.fromString("00000000-0000-4000-8000-00000000000b");
  private static final UUID GAMMA = UUID.fromString("00000000-0000-4000-8000-00000000000c");

  private final SharedRoom room = new SharedRoom(new Room(3, "All taken."), 2);
  private final List<Promise<Void>> works = new ArrayList<>();

  @Test
  void an_organisation_gets_its_share_and_the_rest_is_for_others() {
    var own = List.of(enter(ALFA), enter(ALFA), enter(ALFA));
    var another = enter(BETA);

    assertThat(own).extracting(Future::failed).containsExactly(false, false, true);
    assertThat(own.get(2).cause()).isInstanceOf(Failure.Unavailable.class);
    assertThat(another.failed()).isFalse();
  }

  @Test
  void all_places_together_are_no_more_than_there_are() {
    var entered = List.of(enter(ALFA), enter(ALFA), enter(BETA), enter(GAMMA));

    assertThat(entered).extracting(Future::failed).containsExactly(false, false, false, true);
    assertThat(entered.get(3).cause()).hasMessage("All taken.");
  }

  @Test
  void a_place_comes_free_whatever_came_of_the_work_and_a_refusal_takes_none() {
    enter(ALFA).onComplete(done -> {});
    enter(ALFA).onComplete(done -> {});
    enter(ALFA).onComplete(done -> {});

    works.get(0).complete();
    works.get(1).fail("it did not go well");

    assertThat(List.of(enter(ALFA), enter(ALFA), enter(ALFA)))
        .extracting(Future::failed)
        .containsExactly(false, false, true);
  }

  private Future<Void> enter(UUID organisation) {
    return room.admit(
        organisation,
        () -> {
          Promise<Void> work = Promise.promise();
          works.add(work);
          return work.future();
        });
  }
}
