package nl.banenschakel.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.banenschakel.app.connector.Upstream;
import nl.banenschakel.app.delivery.Deliveries;
import nl.banenschakel.app.partner.Partners;
import nl.banenschakel.employment.Employment;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.Party;
import nl.banenschakel.payroll.Payroll;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.person.search.PersonSearch;
import nl.banenschakel.platform.audit.review.AuditReview;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.IntakeObserver;
import nl.banenschakel.platform.intake.IntakeSettings;
import nl.banenschakel.platform.intake.Intakes;
import nl.banenschakel.platform.intake.UploadRoutes;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.mail.Mails;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.reconciliation.Reconciliation;
import nl.banenschakel.reconciliation.RunDraft;
import nl.banenschakel.register.Register;
import nl.banenschakel.register.check.Checking;
import nl.banenschakel.register.fetch.Fetching;
import nl.banenschakel.report.Rehearsal;
import nl.banenschakel.report.Reporting;
import nl.banenschakel.year.Years;

/** The slices, wired by hand: the same for the server and for a single command. */
record Gateway(
    Deliveries deliveries,
    Party party,
    Partners partners,
    Register register,
    Fetching fetching,
    Checking checking,
    Employment employment,
    Payroll payroll,
    Reconciliation reconciliation,
    Reporting reporting,
    Years years,
    Jobs jobs,
    Outbox outbox,
    AuditReview audit,
    PersonSearch search) {
  private static final long DECODE_MAX_MINUTES = 5;

  /**
   * What an operator may choose.
   *
   * @param intake how files are taken
   * @param eventSource who tells of events
   * @param reconcileAfter how long after a delivery a run is made; empty: never by itself
   */
  record Settings(IntakeSettings intake, URI eventSource, Optional<Duration> reconcileAfter) {}

  /**
   * What it runs on. Files are opened where they are: nothing is copied to the folder for temporary
   * files, which then need not be writable.
   */
  static Vertx vertx() {
    var files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    return Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
  }

  /**
   * Wires all of it.
   *
   * @param upstream the register, where it is asked
   * @param observer is told how long the stages of deliveries took
   */
  static Gateway over(
      Vertx vertx,
      Db db,
      Vault vault,
      Norms norms,
      Settings settings,
      Upstream upstream,
      IntakeObserver observer) {
    var clock = upstream.clock();
    var workers = workers(vertx, settings);
    var jobs = new Jobs(db);
    var outbox = new Outbox(db, settings.eventSource().toString());
    var reconciliation = Reconciliation.of(db, norms, jobs, outbox);
    var uploads = uploads(db, vault, workers, observer, reconciliation, settings);
    var persons = new PersonService();
    var party = Party.of(db, clock);
    var register =
        Register.of(db, vault, norms, jobs, outbox, uploads, workers, persons, party, clock);
    var employment = Employment.of(db, vault, uploads, workers, persons, party.service());
    var payroll = Payroll.of(db, vault, norms, uploads, persons, party.service(), outbox);
    var partners = partners(db, vault, jobs, outbox, norms, party, uploads, workers, upstream);
    var intakes = intakes(party, register, employment, payroll, partners);
    var fetching = fetching(db, jobs, outbox, norms, party, register, upstream);
    return new Gateway(
        Deliveries.of(db, vault, norms, workers, jobs, outbox, settings.intake(), intakes),
        party,
        partners,
        register,
        fetching,
        checking(db, vault, norms, party, fetching, upstream),
        employment,
        payroll,
        reconciliation,
        Reporting.of(db, rehearsal(reconciliation)),
        Years.of(db, norms, outbox, clock),
        jobs,
        outbox,
        new AuditReview(db, jobs, outbox, norms.current(NormName.AUDIT_LINE_YEARS)),
        new PersonSearch(db, vault));
  }

  private static WorkerExecutor workers(Vertx vertx, Settings settings) {
    return vertx.createSharedWorkerExecutor(
        "intake", settings.intake().workers(), DECODE_MAX_MINUTES, TimeUnit.MINUTES);
  }

  private static Partners partners(
      Db db,
      Vault vault,
      Jobs jobs,
      Outbox outbox,
      Norms norms,
      Party party,
      Uploads uploads,
      WorkerExecutor workers,
      Upstream upstream) {
    var mails = new Mails(db, jobs, upstream.post());
    return Partners.of(
        db,
        vault,
        workers,
        jobs,
        outbox,
        norms,
        Home.files(),
        party,
        uploads,
        mails,
        upstream.clock());
  }

  private static Intakes intakes(
      Party party, Register register, Employment employment, Payroll payroll, Partners partners) {
    var others = Stream.of(employment.intake(), payroll.intake(), partners.intake());
    return new Intakes(
        Stream.concat(register.intakes().stream(), others).toList(),
        (tx, number) -> party.service().requireOwn(tx, number, "/loonheffingennummer"));
  }

  private static Fetching fetching(
      Db db,
      Jobs jobs,
      Outbox outbox,
      Norms norms,
      Party party,
      Register register,
      Upstream upstream) {
    return Fetching.of(
        db,
        jobs,
        outbox,
        norms,
        party.service(),
        register.service(),
        upstream.register(),
        upstream.clock());
  }

  private static Checking checking(
      Db db, Vault vault, Norms norms, Party party, Fetching fetching, Upstream upstream) {
    return Checking.of(
        db,
        vault,
        norms,
        party.service(),
        fetching.mandates(),
        upstream.register(),
        upstream.clock());
  }

  /** A report as of a moment is that of a run which leaves nothing. */
  private static Rehearsal rehearsal(Reconciliation reconciliation) {
    return (caller, asked, opening) ->
        reconciliation
            .service()
            .rehearse(
                caller,
                new RunDraft(asked.number(), asked.from(), asked.until(), asked.asOf()),
                opening);
  }

  private static Uploads uploads(
      Db db,
      Vault vault,
      WorkerExecutor workers,
      IntakeObserver observer,
      Reconciliation reconciliation,
      Settings settings) {
    var consequence = reconciliation.consequence(settings.reconcileAfter());
    return new Uploads(db, vault, workers, settings.intake(), observer, consequence);
  }

  /** Who does the jobs that the slices enqueue. */
  List<Job> workers() {
    return Stream.of(
            Stream.of(reconciliation.job(), deliveries.clearing(), audit.job()),
            Stream.concat(register.jobs().stream(), partners.jobs().stream()),
            fetching.jobs().stream())
        .flatMap(jobs -> jobs)
        .toList();
  }

  /** Adds every operation of the contract but the contract itself. */
  void mount(Endpoints http) {
    party.mount(http);
    partners.mount(http);
    register.mount(http);
    fetching.mount(http);
    checking.mount(http);
    employment.mount(http);
    payroll.mount(http);
    reconciliation.mount(http);
    reporting.mount(http);
    years.mount(http);
    jobs.mount(http);
    outbox.mount(http);
    audit.mount(http);
    search.mount(http);
    new UploadRoutes(deliveries.service()).mount(http);
  }
}
