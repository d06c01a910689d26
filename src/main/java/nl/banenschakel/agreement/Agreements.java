package nl.banenschakel.agreement;

import java.time.Clock;
import nl.banenschakel.agreement.coverage.Coverages;
import nl.banenschakel.agreement.draft.DraftService;
import nl.banenschakel.agreement.draft.Drafts;
import nl.banenschakel.agreement.explanation.Explanations;
import nl.banenschakel.agreement.notice.Notices;
import nl.banenschakel.agreement.simulation.Simulations;
import nl.banenschakel.agreement.wording.WordingJson;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.relation.RelationService;

/** The slice as a whole, for the wiring. */
public final class Agreements {
  private final AgreementService service;
  private final AgreementRoutes routes;
  private final Drafts drafts;
  private final Explanations explanations;
  private final Simulations simulations;
  private final Coverages coverages;
  private final Job job;

  private Agreements(
      AgreementService service,
      AgreementRoutes routes,
      Drafts drafts,
      Explanations explanations,
      Simulations simulations,
      Coverages coverages,
      Job job) {
    this.service = service;
    this.routes = routes;
    this.drafts = drafts;
    this.explanations = explanations;
    this.simulations = simulations;
    this.coverages = coverages;
    this.job = job;
  }

  /** Over a database. */
  public static Agreements of(
      Db db, Jobs jobs, Outbox outbox, Norms norms, RelationService relations, Clock clock) {
    var service = new AgreementService(db, jobs, outbox, relations, clock);
    var drafts = new DraftService(db, relations, service, norms, clock);
    var wording = new WordingJson(norms);
    var json = new AgreementJson(wording, clock);
    return new Agreements(
        service,
        new AgreementRoutes(service, json),
        new Drafts(drafts, json, wording),
        new Explanations(db, service, drafts, wording),
        new Simulations(db, drafts, norms, clock),
        new Coverages(db, relations, service, clock),
        Notices.job(jobs, outbox, norms, relations, service, clock));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    routes.mount(http);
    drafts.mount(http);
    explanations.mount(http);
    simulations.mount(http);
    coverages.mount(http);
  }

  /** Tells other parts of the gateway what is agreed on. */
  public AgreementService service() {
    return service;
  }

  /** Who does its jobs. */
  public Job job() {
    return job;
  }
}
