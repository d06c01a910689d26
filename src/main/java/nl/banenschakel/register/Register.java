package nl.banenschakel.register;

import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.List;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.Party;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.intake.column.ColumnMappings;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.answer.RegisterAnswers;
import nl.banenschakel.register.difference.Differences;
import nl.banenschakel.register.explanation.Explanations;
import nl.banenschakel.register.freshness.Freshness;
import nl.banenschakel.register.presence.Presences;

/** The slice as a whole, for the wiring. */
public final class Register {
  private final RegisterService service;
  private final RegisterRoutes routes;
  private final RegisterAnswers answers;
  private final Presences presences;
  private final Differences differences;
  private final Explanations explanations;
  private final Freshness freshness;

  private Register(
      RegisterService service,
      RegisterRoutes routes,
      RegisterAnswers answers,
      Presences presences,
      Differences differences,
      Explanations explanations,
      Freshness freshness) {
    this.service = service;
    this.routes = routes;
    this.answers = answers;
    this.presences = presences;
    this.differences = differences;
    this.explanations = explanations;
    this.freshness = freshness;
  }

  /**
   * Over a database, with the vault that seals, the intake and its threads that decode.
   *
   * @param clock tells the day after which no evidence speaks
   */
  public static Register of(
      Db db,
      Vault vault,
      Norms norms,
      Jobs jobs,
      Outbox outbox,
      Uploads uploads,
      WorkerExecutor workers,
      PersonService persons,
      Party party,
      InstantSource clock) {
    var organisations = party.service();
    var mappings = ColumnMappings.of(db, workers);
    var freshness = new Freshness(norms, jobs, outbox);
    var service =
        new RegisterService(db, vault, uploads, persons, organisations, freshness, mappings);
    return new Register(
        service,
        new RegisterRoutes(service, new EvidenceIntake(service, clock), mappings),
        RegisterAnswers.of(db, vault, uploads, persons, organisations, mappings, clock),
        Presences.of(db, norms, organisations),
        Differences.of(db),
        Explanations.of(db, vault, norms, organisations),
        freshness);
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    routes.mount(http);
    answers.mount(http);
    presences.mount(http);
    differences.mount(http);
    explanations.mount(http);
  }

  /** Who does the slice's jobs. */
  public List<Job> jobs() {
    return List.of(freshness.job());
  }

  /** Takes its files to addresses that were given out before. */
  public List<Intake> intakes() {
    return List.of(routes.intake(), answers.intake());
  }

  /** What other parts of the gateway may ask of it. */
  public RegisterService service() {
    return service;
  }
}
