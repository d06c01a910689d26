package nl.banenschakel.party.mandate;

import java.time.InstantSource;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Representations;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the wiring. */
public final class Mandates {
  private final MandateService service;

  private Mandates(MandateService service) {
    this.service = service;
  }

  /** Over a database. */
  public static Mandates of(Db db, OrganisationService organisations, InstantSource clock) {
    return new Mandates(new MandateService(db, organisations, clock));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new MandateRoutes(service).mount(http);
  }

  /** Who may act for whom, to be asked before an operation. */
  public Representations representations() {
    return service;
  }
}
