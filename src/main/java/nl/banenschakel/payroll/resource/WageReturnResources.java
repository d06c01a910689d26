package nl.banenschakel.payroll.resource;

import java.time.InstantSource;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class WageReturnResources {
  private final WageReturnService returns;

  private WageReturnResources(WageReturnService returns) {
    this.returns = returns;
  }

  /** Over a database, with the norms that say when a return is due. */
  public static WageReturnResources of(Db db, OrganisationService organisations, Norms norms) {
    return new WageReturnResources(
        new WageReturnService(db, organisations, norms, InstantSource.system()));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new WageReturnRoutes(returns).mount(http);
  }
}
