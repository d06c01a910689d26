package nl.banenschakel.reconciliation;

import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The slice as a whole, for the wiring. */
public final class Reconciliation {
  private final ReconciliationService service;

  private Reconciliation(ReconciliationService service) {
    this.service = service;
  }

  /** With the norms in force at each run's last day. */
  public static Reconciliation of(Db db, Norms norms) {
    return new Reconciliation(new ReconciliationService(db, norms));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new ReconciliationRoutes(service).mount(http);
  }

  /** What other parts of the gateway may ask of it. */
  public ReconciliationService service() {
    return service;
  }
}
