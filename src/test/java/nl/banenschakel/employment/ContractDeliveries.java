package nl.banenschakel.employment;

import static nl.banenschakel.employment.ContractDelivery.Scope.FULL;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
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
import nl.banenschakel.party.Party;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Consequence;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.IntakeObserver;
import nl.banenschakel.platform.intake.IntakeSettings;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.testing.FileStream;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A database, an organisation of its own for every test, and deliveries of contracts to it. */
class ContractDeliveries {
  static final Loonheffingennummer NUMBER = Loonheffingennummer.parse("001000275L01");
  static final String HEADER =
      "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Verwacht;Contractnummer;Afdeling\n";
  static final String ANNA = "1;999969043;01-03-2024;;36;ja;;Zorg\n";
  static final String BAS = "2;999972091;01-04-2024;31-12-2026;24,5;;;\n";
  static final String CAS = "3;999942487;01-05-2024;;12;;C-3;\n";

  static TestDatabase database;
  static Vertx vertx;
  static Db db;
  static OrganisationService organisations;
  static Uploads uploads;
  static EmploymentService contracts;

  Caller caller;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    vertx = Vertx.vertx();
    db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
    var vault = Vault.inMemory();
    organisations = Party.of(db, java.time.InstantSource.system()).service();
    var workers = vertx.createSharedWorkerExecutor("decoding", 2);
    uploads =
        new Uploads(
            db, vault, workers, IntakeSettings.DEFAULT, IntakeObserver.NONE, Consequence.NONE);
    contracts =
        Employment.of(db, vault, uploads, workers, new PersonService(), organisations).service();
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

  Caller organisation() {
    var id = UuidCreator.getTimeOrderedEpoch();
    var operator = new Caller("operator", id, Set.of(id), Set.of(Role.ADMIN));
    var draft = new OrganisationDraft("Test", List.of(Organisation.Kind.EMPLOYER), List.of(NUMBER));
    var made = await(organisations.create(operator, draft)).id();
    return new Caller("hr-system", made, Set.of(made), Set.of(Role.HR));
  }

  @CanIgnoreReturnValue
  Upload deliver(ContractDelivery.Scope scope, String... lines) {
    return take(caller, new ContractDelivery(NUMBER, "hr", scope), lines);
  }

  Failure.Invalid refusal(String... lines) {
    return catchThrowableOfType(Failure.Invalid.class, () -> deliver(FULL, lines));
  }

  @CanIgnoreReturnValue
  Upload deliverAs(ContractDelivery delivery, String header, String line) {
    return takeFile(caller, delivery, header + line);
  }

  static Upload take(Caller caller, ContractDelivery delivery, String... lines) {
    return takeFile(caller, delivery, HEADER + String.join("", lines));
  }

  private static Upload takeFile(Caller caller, ContractDelivery delivery, String text) {
    var file = file(text);
    Promise<Upload> taken = Promise.promise();
    contracts
        .take(Incoming.real(caller, file), TableFile.CSV, delivery, "header Loonheffingennummer")
        .onComplete(taken);
    return await(taken.future());
  }

  static FileStream file(String text) {
    return new FileStream(vertx.getOrCreateContext(), Buffer.buffer(text), 100);
  }

  static Map<String, Long> counts(Upload upload) {
    return upload.outcome().orElseThrow().counts();
  }

  static Map<String, Long> counts(
      long lines, long added, long changed, long unchanged, long closed) {
    return Map.of(
        "lines", lines, "new", added, "changed", changed, "unchanged", unchanged, "closed", closed);
  }

  List<String> known() {
    return texts(
        "select concat_ws(' ', contract_key, start_date, part, coalesce(end_date::text, 'null'),"
            + " hours_per_week, expected_registered::text, coalesce(department, 'null'))"
            + " from employment.contract where known_until = 'infinity' order by contract_key, part");
  }

  long rows(String table) {
    return Long.parseLong(texts("select count(*)::text from " + table).get(0));
  }

  List<String> texts(String sql) {
    Future<List<String>> read =
        db.tx(caller.organisation(), tx -> tx.list(sql, row -> row.getString(0)));
    return await(read);
  }
}
