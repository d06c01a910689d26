package nl.banenschakel.employment;

import static nl.banenschakel.employment.ContractDelivery.Scope.CHANGES;
import static nl.banenschakel.employment.ContractDelivery.Scope.FULL;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.party.Organisation;
import nl.banenschakel.party.OrganisationDraft;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.testing.FileStream;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractFileIT {
  private static final Loonheffingennummer NUMBER = Loonheffingennummer.parse("001000275L01");
  private static final String HEADER =
      "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Verwacht;Contractnummer;Afdeling\n";
  private static final String ANNA = "1;999969043;01-03-2024;;36;ja;;Zorg\n";
  private static final String BAS = "2;999972091;01-04-2024;31-12-2026;24,5;;;\n";
  private static final String CAS = "3;999942487;01-05-2024;;12;;C-3;\n";

  private static TestDatabase database;
  private static Vertx vertx;
  private static Db db;
  private static OrganisationService organisations;
  private static Uploads uploads;
  private static EmploymentService contracts;

  private Caller caller;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    vertx = Vertx.vertx();
    db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
    var vault = Vault.inMemory();
    organisations = new OrganisationService(db);
    uploads = new Uploads(db, vault, vertx.createSharedWorkerExecutor("decoding", 2));
    contracts = Employment.of(db, vault, uploads, new PersonService(), organisations).service();
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
  void first_delivery_is_all_new() {
    var upload = deliver(FULL, ANNA, BAS, CAS);

    assertThat(upload.state()).isEqualTo(Upload.State.ACCEPTED);
    assertThat(counts(upload)).isEqualTo(counts(3, 3, 0, 0, 0));
    assertThat(known())
        .containsExactly(
            "C C-3 2024-05-01 0 null 12.00 false null",
            "P 2024-03-01 1 2024-03-01 0 null 36.00 true Zorg",
            "P 2024-04-01 2 2024-04-01 0 2026-12-31 24.50 false null");
    assertThat(rows("employment.staged")).isZero();
    assertThat(rows("person.staged")).isZero();
    assertThat(rows("person.person")).isEqualTo(3);
  }

  @Test
  void same_bytes_again_have_no_second_effect() {
    var first = deliver(FULL, ANNA, BAS);

    var again = deliver(FULL, ANNA, BAS);

    assertThat(again).isEqualTo(first);
    assertThat(rows("intake.upload")).isEqualTo(1);
    assertThat(rows("employment.contract")).isEqualTo(2);
  }

  @Test
  void same_contracts_in_another_order_change_nothing() {
    var parts = "4;999942487;01-05-2024;;8;;C-3;\n";
    assertThat(counts(deliver(FULL, ANNA, BAS, CAS, parts))).isEqualTo(counts(4, 4, 0, 0, 0));

    var upload = deliver(FULL, parts, CAS, BAS, ANNA);

    assertThat(counts(upload)).isEqualTo(counts(4, 0, 0, 4, 0));
    assertThat(rows("employment.contract")).isEqualTo(4);
  }

  @Test
  void change_is_a_new_version_from_the_instant_the_old_one_ends() {
    deliver(FULL, ANNA, BAS);

    var upload = deliver(FULL, ANNA, BAS.replace("24,5", "32"));

    assertThat(counts(upload)).isEqualTo(counts(2, 0, 1, 1, 0));
    assertThat(known()).hasSize(2).anyMatch(it -> it.contains(" 32.00 "));
    assertThat(
            texts(
                "select (old.known_until = new.known_from and old.known_from < new.known_from)::text"
                    + " from employment.contract old join employment.contract new using (contract_key)"
                    + " where old.known_until < 'infinity' and new.known_until = 'infinity'"))
        .containsExactly("true");
  }

  @Test
  void what_a_full_delivery_no_longer_has_is_closed_without_an_end_date() {
    deliver(FULL, ANNA, BAS);

    var upload = deliver(FULL, BAS);

    assertThat(counts(upload)).isEqualTo(counts(1, 0, 0, 1, 1));
    assertThat(known()).hasSize(1);
    assertThat(
            texts(
                "select coalesce(end_date::text, 'none') from employment.contract"
                    + " where known_until < 'infinity'"))
        .containsExactly("none");
  }

  @Test
  void what_was_closed_may_come_back() {
    var first = deliver(FULL, ANNA, BAS);
    deliver(FULL, BAS);

    var again = deliver(FULL, ANNA, BAS);

    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(counts(again)).isEqualTo(counts(2, 1, 0, 1, 0));
    assertThat(known()).hasSize(2);
    assertThat(rows("employment.contract")).isEqualTo(3);
  }

  @Test
  void changes_touch_only_the_contracts_they_have() {
    deliver(FULL, ANNA, BAS, CAS, "3;999942487;01-06-2025;;20;;C-3;\n");

    var upload = deliver(CHANGES, ANNA.replace(";36;", ";30;"), CAS);

    assertThat(counts(upload)).isEqualTo(counts(2, 0, 1, 1, 1));
    assertThat(known())
        .containsExactly(
            "C C-3 2024-05-01 0 null 12.00 false null",
            "P 2024-03-01 1 2024-03-01 0 null 30.00 true Zorg",
            "P 2024-04-01 2 2024-04-01 0 2026-12-31 24.50 false null");
  }

  @Test
  void full_delivery_closes_contracts_of_its_own_source_only() {
    deliver(FULL, ANNA);

    var upload = take(caller, new ContractDelivery(NUMBER, "planning", FULL), BAS);

    assertThat(counts(upload)).isEqualTo(counts(1, 1, 0, 0, 0));
    assertThat(known()).hasSize(2);
  }

  @Test
  void version_is_later_than_the_last_one_should_the_clock_be_set_back() {
    deliver(FULL, ANNA);
    database.asSuperuser(
        "update employment.contract set known_from = known_from + interval '1 year'");

    deliver(FULL, ANNA.replace(";36;", ";30;"));

    assertThat(texts("select (known_from < known_until)::text from employment.contract"))
        .containsExactly("true", "true");
  }

  @Test
  void contract_without_number_that_is_there_twice_is_refused_with_both_lines() {
    var refusal = refusal(ANNA, BAS, CAS, ANNA.replace("36", "20"), ANNA);

    assertThat(refusal.violations()).extracting(Violation::at).containsExactly("line 5", "line 6");
    assertThat(refusal.violations())
        .allMatch(
            it -> it.code().equals("DUPLICATE_CONTRACT") && it.detail().startsWith("Line 2 "));
  }

  @Test
  void column_that_is_no_contract_number_is_refused() {
    var lines = CAS.repeat(101);

    assertThat(refusal(lines).violations())
        .extracting(Violation::at, Violation::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("line 2", "CONTRACT_PARTS"));
  }

  @Test
  void nothing_of_a_refused_file_stays_but_its_mistakes() {
    deliver(FULL, ANNA);

    var refusal = refusal(ANNA, BAS, "4;999965221;01-03-2024;;36;;;\n", "5;999965220;;;36;;;\n");

    assertThat(refusal.violations())
        .extracting(it -> it.at() + " " + it.code())
        .containsExactly("line 4 column 2 BSN_ELFPROEF", "line 5 column 3 VALUE_REQUIRED");
    assertThat(known()).hasSize(1);
    assertThat(rows("person.person")).isEqualTo(1);
    assertThat(rows("employment.staged") + rows("person.staged")).isZero();
    assertThat(texts("select state from intake.upload order by 1"))
        .containsExactly("ACCEPTED", "REFUSED");
  }

  @Test
  void number_of_somebody_else_is_refused_before_the_file_is_read() {
    var other = new ContractDelivery(Loonheffingennummer.parse("001000287L02"), "hr", FULL);
    var file = file(HEADER + ANNA);

    var refusal =
        catchThrowableOfType(
            Failure.Invalid.class,
            () -> await(contracts.take(caller, other, "header Loonheffingennummer", file)));

    assertThat(refusal.violations())
        .extracting(it -> it.at() + " " + it.code())
        .containsExactly("header Loonheffingennummer LOONHEFFINGENNUMMER_NOT_YOURS");
    assertThat(file.sent()).isZero();
  }

  @Test
  void organisations_see_nothing_of_each_other() {
    deliver(FULL, ANNA, BAS);
    caller = organisation();

    assertThat(known()).isEmpty();
    assertThat(counts(deliver(FULL, ANNA))).isEqualTo(counts(1, 1, 0, 0, 0));
    assertThat(rows("person.person")).isEqualTo(1);
    assertThat(rows("employment.delivered")).isZero();
  }

  private Caller organisation() {
    var id = UuidCreator.getTimeOrderedEpoch();
    var operator = new Caller("operator", id, Set.of(id), Set.of(Role.ADMIN));
    var draft = new OrganisationDraft("Test", List.of(Organisation.Kind.EMPLOYER), List.of(NUMBER));
    var made = await(organisations.create(operator, draft)).id();
    return new Caller("hr-system", made, Set.of(made), Set.of(Role.HR));
  }

  private Upload deliver(ContractDelivery.Scope scope, String... lines) {
    return take(caller, new ContractDelivery(NUMBER, "hr", scope), lines);
  }

  private Failure.Invalid refusal(String... lines) {
    return catchThrowableOfType(Failure.Invalid.class, () -> deliver(FULL, lines));
  }

  private static Upload take(Caller caller, ContractDelivery delivery, String... lines) {
    var file = file(HEADER + String.join("", lines));
    Promise<Upload> taken = Promise.promise();
    contracts.take(caller, delivery, "header Loonheffingennummer", file).onComplete(taken);
    return await(taken.future());
  }

  private static FileStream file(String text) {
    return new FileStream(vertx.getOrCreateContext(), Buffer.buffer(text), 100);
  }

  private static Map<String, Long> counts(Upload upload) {
    return upload.outcome().orElseThrow().counts();
  }

  private static Map<String, Long> counts(
      long lines, long added, long changed, long unchanged, long closed) {
    return Map.of(
        "lines", lines, "new", added, "changed", changed, "unchanged", unchanged, "closed", closed);
  }

  private List<String> known() {
    return texts(
        "select concat_ws(' ', contract_key, start_date, part, coalesce(end_date::text, 'null'),"
            + " hours_per_week, expected_registered::text, coalesce(department, 'null'))"
            + " from employment.contract where known_until = 'infinity' order by contract_key, part");
  }

  private long rows(String table) {
    return Long.parseLong(texts("select count(*)::text from " + table).get(0));
  }

  private List<String> texts(String sql) {
    Future<List<String>> read =
        db.tx(caller.organisation(), tx -> tx.list(sql, row -> row.getString(0)));
    return await(read);
  }
}
