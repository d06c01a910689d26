package nl.banenschakel.party;

import java.time.InstantSource;
import nl.banenschakel.party.mandate.Mandates;
import nl.banenschakel.platform.auth.Representations;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.job.Jobs;

/** The slice as a whole, for the wiring. */
public final class Party {
  private final OrganisationService service;
  private final Mandates mandates;

  private Party(OrganisationService service, Mandates mandates) {
    this.service = service;
    this.mandates = mandates;
  }

  /** Over a database; mandates begin and end by the clock. */
  public static Party of(Db db, InstantSource clock) {
    var service = new OrganisationService(db, new Jobs(db));
    return new Party(service, Mandates.of(db, service, clock));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new OrganisationRoutes(service).mount(http);
    mandates.mount(http);
  }

  /** Who may act for whom, to be asked before an operation. */
  public Representations representations() {
    return mandates.representations();
  }

  /** What other parts of the gateway may ask of it. */
  public OrganisationService service() {
    return service;
  }
}
