package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.NUMBER;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.norm.Norms;
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
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.testing.FileStream;
import nl.banenschakel.testing.TestDatabase;

/** The slice over a real database, acting for one organisation at a time. */
final class PayrollInTest implements AutoCloseable {
  private final TestDatabase database = TestDatabase.fresh();
  private final Vertx vertx = Vertx.vertx();
  private final Db db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
  private final OrganisationService organisations =
      Party.of(db, java.time.InstantSource.system()).service();
  private final PayrollService payroll;

  private Caller caller;

  PayrollInTest() {
    var vault = Vault.inMemory();
    var uploads =
        new Uploads(
            db,
            vault,
            vertx.createSharedWorkerExecutor("decoding", 2),
            IntakeSettings.DEFAULT,
            IntakeObserver.NONE,
            Consequence.NONE);
    var norms = Norms.load(Path.of("config", "norms"));
    var outbox = new Outbox(db, "urn:test");
    var persons = new PersonService();
    payroll = Payroll.of(db, vault, norms, uploads, persons, organisations, outbox).service();
    caller = organisation();
  }

  @Override
  public void close() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  /** From here on for a new organisation, which has the test number. */
  void anotherOrganisation() {
    caller = organisation();
  }

  @CanIgnoreReturnValue
  Upload deliver(String xml) {
    var file = new FileStream(vertx.getOrCreateContext(), Buffer.buffer(xml), 500);
    Promise<Upload> taken = Promise.promise();
    payroll.take(Incoming.real(caller, file), Optional.empty()).onComplete(taken);
    return await(taken.future());
  }

  Failure.Invalid refusal(String xml) {
    return catchThrowableOfType(Failure.Invalid.class, () -> deliver(xml));
  }

  static List<String> mistakes(Failure.Invalid refusal) {
    return refusal.violations().stream().map(it -> it.at() + " " + it.code()).toList();
  }

  static Map<String, Long> counts(Upload upload) {
    return upload.outcome().orElseThrow().counts();
  }

  List<String> open() {
    return texts(
        "select concat_ws(' ', tijdvak, num_iv, case when person_id is null then 'anonymous' else"
            + " 'person' end, personnel_number, case when withdrawn then 'withdrawn' end,"
            + " verloonde_uren, contract_hours_per_week, premium_wage, lkv_requested::text,"
            + " cd_aard, srt_iv) from payroll.relationship where known_until = 'infinity' order by"
            + " tijdvak, num_iv, subject");
  }

  List<String> all() {
    return texts("select r::text from payroll.relationship r order by 1");
  }

  long rows(String table) {
    return Long.parseLong(texts("select count(*)::text from " + table).get(0));
  }

  List<String> texts(String sql) {
    return await(db.tx(caller.organisation(), tx -> tx.list(sql, row -> row.getString(0))));
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
}
