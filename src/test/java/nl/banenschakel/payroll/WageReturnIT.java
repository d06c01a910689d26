package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.CARO;
import static nl.banenschakel.payroll.WageReturns.NUMBER;
import static nl.banenschakel.payroll.WageReturns.anonymous;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.messageOf;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.relationship;
import static nl.banenschakel.payroll.WageReturns.supplement;
import static nl.banenschakel.payroll.WageReturns.withdrawal;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.party.Organisation;
import nl.banenschakel.party.OrganisationDraft;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.party.Party;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.testing.FileStream;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WageReturnIT {
  private static final String START = "2026-03-01";
  private static final String END = "2026-03-31";

  private static final String FIRST =
      message(
          "2026-04-10T10:00:00",
          "1",
          full(START, END, person(ANNA, 1, 100), person(BERT, 2, 50), anonymous("X", 3, 10)));
  private static final String CORRECTION =
      message(
          "2026-04-20T10:00:00",
          "2",
          correction(START, END, person(ANNA, 1, 110), person(CARO, 4, 20)));
  private static final String SECOND =
      message(
          "2026-04-25T10:00:00", "3", full(START, END, person(ANNA, 1, 120), person(BERT, 2, 60)));
  private static final String WITHDRAWAL =
      message("2026-05-01T10:00:00", "4", correction(START, END, withdrawal(BERT, 2)));

  private static TestDatabase database;
  private static Vertx vertx;
  private static Db db;
  private static OrganisationService organisations;
  private static PayrollService payroll;

  private Caller caller;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    vertx = Vertx.vertx();
    db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
    var vault = Vault.inMemory();
    organisations = Party.of(db).service();
    var uploads = new Uploads(db, vault, vertx.createSharedWorkerExecutor("decoding", 2));
    payroll = Payroll.of(vault, uploads, new PersonService(), organisations).service();
  }

  @AfterAll
  static void stop() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  @BeforeEach
  void an_organisation() {
    caller = organisation();
  }

  @Test
  void a_full_return_is_all_new() {
    var upload = deliver(FIRST);

    assertThat(upload.state()).isEqualTo(Upload.State.ACCEPTED);
    assertThat(counts(upload))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "tijdvakken", 1L,
                "relationships", 3L,
                "withdrawals", 0L,
                "anonymous", 1L,
                "versionsNew", 3L,
                "superseded", 0L));
    assertThat(open())
        .containsExactly(
            "2026-M03 1 person P-1 100 32.50 3456.50 true 1 15",
            "2026-M03 2 person P-2 50 32.50 3456.50 true 1 15",
            "2026-M03 3 anonymous X 10 32.50 3456.50 true 1 15");
    assertThat(rows("payroll.staged") + rows("person.staged")).isZero();
    assertThat(rows("person.person")).isEqualTo(2);
  }

  @Test
  void what_holds_does_not_depend_on_the_order_of_arrival() {
    for (var order : permutations(List.of(FIRST, CORRECTION, SECOND, WITHDRAWAL))) {
      caller = organisation();
      order.forEach(this::deliver);

      assertThat(open())
          .containsExactly(
              "2026-M03 1 person P-1 120 32.50 3456.50 true 1 15", "2026-M03 2 person withdrawn");
      assertThat(rows("payroll.relationship")).isEqualTo(8);
      assertThat(texts("select 1::text from payroll.published_relationship")).hasSize(1);
    }
  }

  @Test
  void a_correction_restates_only_its_own_relationships() {
    deliver(FIRST);

    var upload = deliver(CORRECTION);

    assertThat(counts(upload)).containsEntry("versionsNew", 2L).containsEntry("superseded", 1L);
    assertThat(open()).hasSize(4).anyMatch(it -> it.startsWith("2026-M03 1 person P-1 110"));
  }

  @Test
  void a_supplement_adds_restates_and_withdraws() {
    deliver(FIRST);

    deliver(
        message(
            "2026-04-11T10:00:00",
            "2",
            supplement(START, END, person(CARO, 9, 7), person(ANNA, 1, -5), withdrawal(BERT, 2))));

    assertThat(open())
        .containsExactly(
            "2026-M03 1 person P-1 -5 32.50 3456.50 true 1 15",
            "2026-M03 2 person withdrawn",
            "2026-M03 3 anonymous X 10 32.50 3456.50 true 1 15",
            "2026-M03 9 person P-9 7 32.50 3456.50 true 1 15");
  }

  @Test
  void a_full_return_replaces_its_own_tijdvak_only() {
    deliver(FIRST);
    deliver(
        message("2026-05-10T10:00:00", "5", full("2026-04-01", "2026-04-30", person(ANNA, 1, 90))));

    deliver(SECOND);

    assertThat(open())
        .extracting(it -> it.substring(0, 21))
        .containsExactly("2026-M03 1 person P-1", "2026-M03 2 person P-2", "2026-M04 1 person P-1");
  }

  @Test
  void a_correction_sent_twice_equals_once() {
    deliver(FIRST);
    var once = deliver(CORRECTION);
    var before = all();

    var again = deliver(CORRECTION.replace("<IdBer>", "\n  <IdBer>"));

    assertThat(again.id()).isNotEqualTo(once.id());
    assertThat(counts(again)).containsEntry("versionsNew", 0L).containsEntry("superseded", 0L);
    assertThat(all()).isEqualTo(before);
    assertThat(rows("payroll.message")).isEqualTo(2);
  }

  @Test
  void the_same_bytes_at_once_again_give_the_first_answer() {
    var first = deliver(FIRST);

    assertThat(deliver(FIRST)).isEqualTo(first);
  }

  @Test
  void an_older_message_sent_again_after_a_newer_one_does_not_take_over() {
    deliver(FIRST);
    deliver(SECOND);
    var before = all();

    var again = deliver(FIRST);

    assertThat(counts(again)).containsEntry("versionsNew", 0L);
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void another_message_under_the_same_id_is_refused() {
    deliver(FIRST);
    var before = all();

    for (var other :
        List.of(
            FIRST.replace("<AantVerlU>50<", "<AantVerlU>51<"),
            FIRST.replace("VolledigeAangifte>", "AanvullendeAangifte>"),
            FIRST.replace(BERT, CARO),
            FIRST.replace(
                "<PersNr>X</PersNr>\n  <NatuurlijkPersoon>",
                "<PersNr>X</PersNr>\n  <NatuurlijkPersoon><SofiNr>" + CARO + "</SofiNr>"))) {
      var refusal = catchThrowableOfType(Failure.Conflict.class, () -> deliver(other));

      assertThat(refusal.code()).isEqualTo("WAGE_RETURN_ID_REUSED");
      assertThat(all()).isEqualTo(before);
    }
    assertThat(rows("payroll.staged") + rows("person.staged")).isZero();
    assertThat(rows("person.person")).isEqualTo(2);
  }

  @Test
  void nothing_of_a_refused_return_stays_but_its_mistakes() {
    deliver(FIRST);
    var before = all();

    var refusal = refusal(SECOND.replace("<AantVerlU>60", "<AantVerlU>veel"));

    assertThat(mistakes(refusal))
        .containsExactly(
            "AdministratieveEenheid/TijdvakAangifte/VolledigeAangifte/InkomstenverhoudingInitieel[2]/Werknemersgegevens/AantVerlU"
                + " WHOLE_NUMBER_FORM");
    assertThat(all()).isEqualTo(before);
    assertThat(rows("payroll.staged") + rows("person.staged")).isZero();
  }

  @Test
  void a_relationship_that_is_there_twice_is_refused_with_both_places() {
    var twice =
        message(
            "2026-04-10T10:00:00",
            "1",
            supplement(
                START,
                END,
                person(ANNA, 1, 1),
                anonymous("X", 1, 1),
                anonymous("Y", 1, 1),
                relationship("other", ANNA, 1, 2),
                withdrawal(ANNA, 1)));

    var refusal = refusal(twice);

    var block = "AdministratieveEenheid/TijdvakAangifte/AanvullendeAangifte/";
    assertThat(mistakes(refusal))
        .containsExactly(
            block + "InkomstenverhoudingInitieel[4] DUPLICATE_RELATIONSHIP",
            block + "InkomstenverhoudingIntrekking[1] DUPLICATE_RELATIONSHIP");
    assertThat(refusal.violations())
        .allMatch(it -> it.detail().contains(block + "InkomstenverhoudingInitieel[1]:"));
  }

  @Test
  void a_return_of_somebody_elses_number_is_refused() {
    var other = messageOf("001000287L02", "2026-04-10T10:00:00", "1", full(START, END));

    assertThat(mistakes(refusal(other)))
        .containsExactly("AdministratieveEenheid/LhNr LOONHEFFINGENNUMMER_NOT_YOURS");
  }

  @Test
  void anonymous_relationships_are_told_apart_by_personnel_number_and_num_iv() {
    deliver(
        message(
            "2026-04-10T10:00:00",
            "1",
            full(
                START,
                END,
                anonymous("X", 1, 1),
                anonymous("X", 2, 2),
                anonymous("Y", 1, 3),
                anonymous(null, 1, 4))));

    deliver(message("2026-04-11T10:00:00", "2", correction(START, END, anonymous("X", 1, 9))));

    assertThat(texts("select verloonde_uren::text from payroll.published_relationship order by 1"))
        .containsExactly("2", "3", "4", "9");
    assertThat(rows("person.person")).isZero();
  }

  @Test
  void what_was_known_at_a_moment_can_be_asked_again() {
    deliver(FIRST);
    var moment = texts("select max(known_from)::text from payroll.relationship").get(0);
    deliver(CORRECTION);
    deliver(SECOND);

    assertThat(
            texts(
                "select verloonde_uren::text from payroll.relationship where known_from <= '%s'"
                        .formatted(moment)
                    + " and known_until > '%s' order by num_iv".formatted(moment)))
        .containsExactly("100", "50", "10");
  }

  @Test
  void organisations_see_nothing_of_each_other() {
    deliver(FIRST);
    caller = organisation();

    assertThat(all()).isEmpty();
    assertThat(rows("payroll.message") + rows("payroll.block") + rows("payroll.published_return"))
        .isZero();
    assertThat(counts(deliver(CORRECTION))).containsEntry("superseded", 0L);
    assertThat(open()).hasSize(2);
  }

  private Caller organisation() {
    var id = UuidCreator.getTimeOrderedEpoch();
    var operator = new Caller("operator", id, Set.of(id), Set.of(Role.ADMIN));
    var draft =
        new OrganisationDraft(
            "Test",
            List.of(Organisation.Kind.EMPLOYER),
            List.of(Loonheffingennummer.parse(NUMBER)));
    var made = await(organisations.create(operator, draft)).id();
    return new Caller("payroll-system", made, Set.of(made), Set.of(Role.PAYROLL));
  }

  @CanIgnoreReturnValue
  private Upload deliver(String xml) {
    var file = new FileStream(vertx.getOrCreateContext(), Buffer.buffer(xml), 500);
    Promise<Upload> taken = Promise.promise();
    payroll.take(caller, Optional.empty(), file).onComplete(taken);
    return await(taken.future());
  }

  private Failure.Invalid refusal(String xml) {
    return catchThrowableOfType(Failure.Invalid.class, () -> deliver(xml));
  }

  private static List<String> mistakes(Failure.Invalid refusal) {
    return refusal.violations().stream().map(it -> it.at() + " " + it.code()).toList();
  }

  private static Map<String, Long> counts(Upload upload) {
    return upload.outcome().orElseThrow().counts();
  }

  private List<String> open() {
    return texts(
        "select concat_ws(' ', tijdvak, num_iv, case when person_id is null then 'anonymous' else"
            + " 'person' end, personnel_number, case when withdrawn then 'withdrawn' end,"
            + " verloonde_uren, contract_hours_per_week, premium_wage, lkv_requested::text,"
            + " cd_aard, srt_iv) from payroll.relationship where known_until = 'infinity' order by"
            + " tijdvak, num_iv, subject");
  }

  private List<String> all() {
    return texts("select r::text from payroll.relationship r order by 1");
  }

  private long rows(String table) {
    return Long.parseLong(texts("select count(*)::text from " + table).get(0));
  }

  private List<String> texts(String sql) {
    return await(db.tx(caller.organisation(), tx -> tx.list(sql, row -> row.getString(0))));
  }

  private static <T> List<List<T>> permutations(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<T>>();
    for (int i = 0; i < items.size(); i++) {
      var rest = new ArrayList<>(items);
      var first = rest.remove(i);
      for (var tail : permutations(rest)) {
        var whole = new ArrayList<T>(List.of(first));
        whole.addAll(tail);
        all.add(whole);
      }
    }
    return all;
  }
}
