package nl.banenschakel.platform.audit;

import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogIT {
  private static final UUID OURS = UUID.randomUUID();
  private static final UUID THEIRS = UUID.randomUUID();

  private final Vertx vertx = Vertx.vertx();
  private TestDatabase database;
  private Db db;
  private AuditLog audit;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
    audit = new AuditLog(vertx, db);
  }

  @AfterEach
  void close() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  @Test
  void all_lines_of_a_crowd_are_kept_each_with_its_own_people_in_few_transactions() {
    var people = IntStream.range(0, 1_000).mapToObj(i -> UUID.randomUUID()).toList();

    await(
        Future.all(
            people.stream()
                .map(person -> audit.write(line(OURS, People.of(List.of(person)))))
                .toList()));

    var kept =
        database.texts(
            "select p.person_id::text from audit.line l join audit.person p using (tenant_id, line_id)"
                + " where l.persons = 1 and l.tenant_id = '%s'".formatted(OURS));
    assertThat(kept).hasSameElementsAs(people.stream().map(UUID::toString).toList());
    assertThat(kept).hasSize(1_000);
    assertThat(number("select count(distinct xmin::text) from audit.line")).isBetween(2, 10);
  }

  @Test
  void a_line_says_all_it_knows_and_nothing_where_it_knows_nothing() {
    var caller =
        new Caller(
            "d.jansen",
            Optional.of("hr"),
            OURS,
            Set.of(OURS),
            Set.of(Role.HR, Role.FINANCE),
            Optional.of(THEIRS));
    var refused =
        new AuditLine(
            caller,
            "getThing",
            Reads.NO_PERSONS,
            404,
            Optional.of("NOT_FOUND"),
            Optional.of(OURS),
            People.UNKNOWN,
            THEIRS,
            TraceParent.of(List.of(), THEIRS));

    await(audit.write(refused));
    await(audit.write(line(OURS, People.of(300))));

    assertThat(
            database.texts(
                "select concat_ws(' ', subject, client, roles::text, operation, outcome, status, code,"
                    + " resource = tenant_id, representative_id = request_id, activity, basis, persons) from audit.line order by logged_at"))
        .containsExactly(
            "d.jansen hr {finance,hr} getThing REFUSED 404 NOT_FOUND t t",
            "somebody {hr} getContract ANSWERED 200 payroll LOONHEFFINGEN 300");
  }

  @Test
  void organisations_that_write_at_the_same_moment_keep_their_lines_apart() {
    await(
        Future.all(
            Stream.generate(() -> List.of(OURS, THEIRS))
                .limit(50)
                .flatMap(List::stream)
                .map(tenant -> audit.write(line(tenant, People.UNKNOWN)))
                .toList()));

    assertThat(await(seenBy(OURS))).isEqualTo(50);
    assertThat(await(seenBy(THEIRS))).isEqualTo(50);
  }

  @Test
  void a_subject_that_is_somebody_s_bsn_is_kept_masked() {
    var caller = new Caller("999990019", OURS, Set.of(OURS), Set.of(Role.HR));

    await(audit.write(line(caller, People.UNKNOWN)));

    assertThat(database.texts("select subject from audit.line")).containsExactly("*********");
  }

  @Test
  void what_the_database_does_not_take_is_told_and_the_next_line_is_tried_again() {
    database.asOwner("revoke insert on audit.line from banenschakel_app");
    assertThatThrownBy(() -> await(audit.write(line(OURS, People.UNKNOWN))))
        .isInstanceOf(Failure.Unavailable.class);

    database.asOwner("grant insert on audit.line to banenschakel_app");
    await(audit.write(line(OURS, People.UNKNOWN)));

    assertThat(number("select count(*) from audit.line")).isEqualTo(1);
  }

  @Test
  void a_line_whose_people_cannot_be_kept_is_not_kept_either() {
    database.asOwner("revoke insert on audit.person from banenschakel_app");

    assertThatThrownBy(() -> await(audit.write(line(OURS, People.of(List.of(THEIRS))))))
        .isInstanceOf(Failure.Unavailable.class);

    assertThat(number("select count(*) from audit.line")).isZero();
  }

  @Test
  void more_than_can_wait_is_refused_at_once_and_all_others_are_kept() {
    var asked = new ArrayList<Future<Void>>();
    // On the loop on which the database answers: none is written before all are asked for.
    await(
        Future.<Void>future(
            done ->
                vertx.runOnContext(
                    loop -> {
                      for (int i = 0; i < AuditLog.WAITING_MAX + 500; i++) {
                        asked.add(audit.write(line(OURS, People.UNKNOWN)));
                      }
                      done.complete();
                    })));

    await(Future.join(asked).transform(done -> Future.succeededFuture()));
    var kept = asked.stream().filter(Future::succeeded).count();

    // One more than may wait: the first was on its way.
    assertThat(kept).isEqualTo(AuditLog.WAITING_MAX + 1);
    assertThat(number("select count(*) from audit.line")).isEqualTo((int) kept);
  }

  private Future<Integer> seenBy(UUID tenant) {
    return db.tx(
            tenant, tx -> tx.first("select count(*) from audit.line", row -> row.getInteger(0)))
        .map(Optional::orElseThrow);
  }

  private int number(String query) {
    return Integer.parseInt(database.texts(query).get(0));
  }

  private static AuditLine line(UUID tenant, People people) {
    return line(new Caller("somebody", tenant, Set.of(tenant), Set.of(Role.HR)), people);
  }

  private static AuditLine line(Caller caller, People people) {
    var request = UUID.randomUUID();
    return new AuditLine(
        caller,
        "getContract",
        Reads.PAYROLL,
        200,
        Optional.empty(),
        Optional.empty(),
        people,
        request,
        TraceParent.of(List.of(), request));
  }
}
