package nl.banenschakel.employment.resource;

import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class ContractResources {
  private final ContractService contracts;

  private ContractResources(ContractService contracts) {
    this.contracts = contracts;
  }

  /** Over a database. */
  public static ContractResources of(Db db) {
    return new ContractResources(new ContractService(db));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new ContractRoutes(contracts).mount(http);
  }
}
