package nl.banenschakel.register.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what somebody was seen last, where answers leave that open: however many there are. */
class ManyAnswersIT {
  private static final Path BEFORE =
      Path.of("src/main/resources/db/migration/V43__evidence_and_audit_that_stay.sql");

  /** Of so many answers the former function took 14 seconds. */
  private static final int MANY = 10_000;

  private static TestDatabase database;

  @BeforeAll
  static void start() throws IOException {
    database = TestDatabase.fresh();
    database.asOwner(
        former() + "; grant execute on function register.answer_by_answer to banenschakel_app");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  /** Looks for each answer among all of them: slow, and easy to see through. */
  private static String former() throws IOException {
    var text = Files.readString(BEFORE);
    int from = text.indexOf("create or replace function register.published_answer(");
    int to = text.indexOf("\n$$;", from);
    return text.substring(from, to).replace("published_answer", "answer_by_answer") + "\n$$";
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(doubles = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6})
  void it_is_the_same_as_looking_for_each_among_all(double seed) throws SQLException {
    var tenant = UUID.randomUUID();
    database.asSuperuser(
        "select setseed(%s);".formatted(seed)
            + lists(tenant, 12, 6)
            + answers(
                tenant,
                150,
                "1 + floor(random() * 8)",
                "floor(random() * 60)::integer",
                "random() < 0.3"));

    var found = read(tenant, "published_answer", "a");

    assertThat(found).isEqualTo(read(tenant, "answer_by_answer", "a")).hasSizeGreaterThan(50);
    assertThat(read(tenant, "published_answer", "sighted")).anyMatch(line -> !line.equals("null"));
  }

  @Test
  void ten_thousand_answers_about_as_many_people_take_no_time() throws SQLException {
    var tenant = UUID.randomUUID();
    database.asSuperuser(lists(tenant, 2, MANY) + answers(tenant, MANY, "n", "n % 1000", "false"));

    assertThat(read(tenant, "published_answer", "sighted")).hasSize(MANY);
  }

  @Test
  void ten_thousand_answers_about_one_person_take_no_time() throws SQLException {
    var tenant = UUID.randomUUID();
    database.asSuperuser(lists(tenant, 2, 1) + answers(tenant, MANY, "1", "n", "false"));

    assertThat(read(tenant, "published_answer", "sighted")).hasSize(MANY / 2);
  }

  /** Lists of two numbers, a month apart, with so many people of whom some are on each. */
  private static String lists(UUID tenant, int lists, int people) {
    return """
        insert into register.snapshot (tenant_id, snapshot_id, loonheffingennummer, peildatum, kind, content_digest,
                                       lines, persons, received_by)
        select '%1$s', uuidv7(), '001000275L0' || (1 + n %% 2), date '2025-01-01' + 15 * n, 'list',
               decode(md5(n::text), 'hex'), 1, 1, 'test'
          from generate_series(1, %2$d) n;
        insert into register.delivery (tenant_id, upload_id, snapshot_id)
        select tenant_id, uuidv7(), snapshot_id from register.snapshot where tenant_id = '%1$s';
        insert into register.listing (tenant_id, snapshot_id, person_id, line)
        select s.tenant_id, s.snapshot_id, ('00000000-0000-4000-8000-' || lpad(p::text, 12, '0'))::uuid, p
          from register.snapshot s, generate_series(1, %3$d) p
         where s.tenant_id = '%1$s' and (%3$d > 100 or random() < 0.4);
        """
        .formatted(tenant, lists, people);
  }

  private static String answers(UUID tenant, int answers, String person, String day, String isIn) {
    return """
        insert into register.answer (tenant_id, answer_id, loonheffingennummer, person_id, peildatum, is_in,
                                     signed_out_on, source, content_digest, upload_id, line, received_by)
        select a.tenant_id, a.answer_id, a.number, a.person, a.day, a.is_in,
               case when not a.is_in and random() < 0.2 then a.day - 30 end, 'portal', '\\x00', uuidv7(), 1, 'test'
          from (select '%s'::uuid as tenant_id, uuidv7() as answer_id,
                       '001000275L0' || (1 + n %% 2) as number,
                       ('00000000-0000-4000-8000-' || lpad((%s)::integer::text, 12, '0'))::uuid as person,
                       date '2025-02-01' + ((%s) * 7 %% 5000)::integer as day, %s as is_in
                  from generate_series(1, %d) n) a;
        """
        .formatted(tenant, person, day, isIn, answers);
  }

  /** As the gateway reads it, who waits no longer than three seconds. */
  private static List<String> read(UUID tenant, String function, String what) throws SQLException {
    var app = database.appAddress();
    try (var session = DriverManager.getConnection(app.jdbcUrl(), app.user(), app.password());
        var statement = session.createStatement()) {
      statement.execute("set app.tenant = '%s'; set statement_timeout = '3s'".formatted(tenant));
      var rows = new ArrayList<String>();
      try (var read =
          statement.executeQuery(
              "select coalesce((%s)::text, 'null') from register.%s('001000275', 'infinity') a order by nth"
                  .formatted(what, function))) {
        while (read.next()) {
          rows.add(read.getString(1));
        }
      }
      return rows;
    }
  }
}
