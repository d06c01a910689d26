package nl.banenschakel.platform.outbox;

import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxIT {
  private static final String TYPE = "nl.banenafspraak.thing-made.v1";

  private static TestDatabase database;
  private static Vertx vertx;
  private static Db db;
  private static Outbox outbox;

  private UUID tenant;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    vertx = Vertx.vertx();
    db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
    outbox = new Outbox(db, "urn:test");
  }

  @AfterAll
  static void stop() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  @BeforeEach
  void a_new_organisation() {
    tenant = UUID.randomUUID();
  }

  @Test
  void an_event_is_there_when_and_only_when_its_cause_is() {
    var refused = new Failure.Conflict("NO_DEAL", "No.");

    add("kept");
    var work =
        db.tx(
            tenant,
            tx ->
                outbox
                    .add(tx, TYPE, "/v1/things/lost", Map.of())
                    .<Void>compose(added -> Future.failedFuture(refused)));

    assertThatThrownBy(() -> await(work)).isSameAs(refused);
    assertThat(subjects(Optional.empty())).containsExactly("things/kept");
  }

  @Test
  void who_reads_on_misses_nothing_of_what_commits_late() {
    Promise<Void> goOn = Promise.promise();
    Promise<Void> written = Promise.promise();
    var late =
        db.tx(
            tenant,
            tx ->
                outbox
                    .add(tx, TYPE, "/v1/things/begun-first", Map.of())
                    .onSuccess(written::complete)
                    .compose(added -> goOn.future()));
    await(written.future());
    add("begun-second");

    var first = await(outbox.list(caller(), Optional.empty(), 10));
    goOn.complete();
    await(late);
    var rest = subjects(Optional.of(first.get(first.size() - 1).id()));

    assertThat(first).extracting(Event::subject).containsExactly("things/begun-second");
    assertThat(rest).containsExactly("things/begun-first");
  }

  @Test
  void many_writers_and_readers_at_once_give_every_event_one_number_without_gaps() {
    var work = new ArrayList<Future<?>>();
    for (int i = 0; i < 100; i++) {
      var name = "n" + i;
      work.add(db.tx(tenant, tx -> outbox.add(tx, TYPE, "/v1/things/" + name, Map.of())));
      work.add(outbox.list(caller(), Optional.empty(), 10));
    }
    await(Future.all(work));

    var events = await(outbox.list(caller(), Optional.empty(), 1_000));

    assertThat(events).hasSize(100);
    assertThat(events)
        .extracting(Event::sequence)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).mapToObj(i -> (long) i).toList());
  }

  @Test
  void an_event_written_in_a_snapshot_does_not_collide_with_another_one() {
    await(
        db.snapshot(
            tenant,
            tx ->
                tx.run("select 1")
                    .compose(begun -> add(UUID.randomUUID()))
                    .compose(begun -> outbox.add(tx, TYPE, "/v1/things/in-snapshot", Map.of()))));

    assertThat(subjects(Optional.empty())).contains("things/in-snapshot");
  }

  @Test
  void another_organisation_s_events_are_not_there() {
    add("ours");
    var ours = await(outbox.list(caller(), Optional.empty(), 10)).get(0).id();
    tenant = UUID.randomUUID();

    assertThat(subjects(Optional.empty())).isEmpty();
    assertThatThrownBy(() -> subjects(Optional.of(ours))).isInstanceOf(Failure.NotFound.class);
  }

  @Test
  void what_two_share_both_read_in_an_order_of_their_own_and_nobody_else_does() {
    var other = UUID.randomUUID();
    var first = tenant;
    add("ours");
    await(
        db.tx(
            tenant,
            tx -> outbox.addForBoth(tx, Optional.of(other), TYPE, "/v1/things/both", Map.of())));
    assertThat(subjects(Optional.empty())).containsExactly("things/ours", "things/both");

    tenant = other;
    add("theirs");
    var theirs = await(outbox.list(caller(), Optional.empty(), 10));
    tenant = first;
    var ours = await(outbox.list(caller(), Optional.empty(), 10));
    tenant = UUID.randomUUID();

    assertThat(theirs).extracting(Event::subject).containsExactly("things/both", "things/theirs");
    assertThat(theirs.get(0).sequence()).isEqualTo(1);
    assertThat(theirs.get(0).id()).isEqualTo(ours.get(1).id());
    assertThat(subjects(Optional.empty())).isEmpty();
  }

  @Test
  void events_for_both_are_numbered_once_each_whoever_reads_at_once() {
    var other = UUID.randomUUID();
    var theirs = new Caller("test", other, Set.of(other), Set.of(Role.HR));
    var work = new ArrayList<Future<?>>();
    for (int i = 0; i < 50; i++) {
      var at = "/v1/things/n" + i;
      work.add(db.tx(tenant, tx -> outbox.addForBoth(tx, Optional.of(other), TYPE, at, Map.of())));
      work.add(outbox.list(caller(), Optional.empty(), 10));
      work.add(outbox.list(theirs, Optional.empty(), 10));
    }
    await(Future.all(work));

    for (var reader : List.of(caller(), theirs)) {
      assertThat(await(outbox.list(reader, Optional.empty(), 1_000)))
          .extracting(Event::sequence)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(i -> (long) i).toList());
    }
  }

  @Test
  void an_event_that_holds_a_bsn_or_has_another_form_is_refused() {
    for (var wrong :
        List.of(
            new EventCase(TYPE, "/v1/persons/999990019", Map.of()),
            new EventCase(TYPE, "/v1/things/1", Map.of("bsn", "9999.90.019")),
            new EventCase(TYPE, "/v1/things/1", Map.of("long", "x".repeat(201))),
            new EventCase(TYPE, "/things/1", Map.of()),
            new EventCase("nl.voorbeeldzorg.thing-made.v1", "/v1/things/1", Map.of()),
            new EventCase("nl.banenafspraak.thing-made", "/v1/things/1", Map.of()))) {
      assertThatThrownBy(
              () -> await(db.tx(tenant, tx -> outbox.add(tx, wrong.type, wrong.at, wrong.data))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("99999");
    }
    assertThat(subjects(Optional.empty())).isEmpty();
  }

  private record EventCase(String type, String at, Map<String, String> data) {}

  private Future<Void> add(UUID name) {
    return db.tx(tenant, tx -> outbox.add(tx, TYPE, "/v1/things/" + name, Map.of()));
  }

  private void add(String name) {
    await(db.tx(tenant, tx -> outbox.add(tx, TYPE, "/v1/things/" + name, Map.of("a", "b"))));
  }

  private List<String> subjects(Optional<UUID> after) {
    return await(outbox.list(caller(), after, 1_000)).stream().map(Event::subject).toList();
  }

  private Caller caller() {
    return new Caller("test", tenant, Set.of(tenant), Set.of(Role.HR));
  }
}
