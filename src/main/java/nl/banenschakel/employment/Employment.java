package nl.banenschakel.employment;

import io.vertx.core.WorkerExecutor;
import nl.banenschakel.employment.column.ColumnMappings;
import nl.banenschakel.employment.resource.ContractResources;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;

/** The slice as a whole, for the wiring. */
public final class Employment {
  private final EmploymentService service;
  private final ContractResources resources;
  private final ColumnMappings columns;

  private Employment(
      EmploymentService service, ContractResources resources, ColumnMappings columns) {
    this.service = service;
    this.resources = resources;
    this.columns = columns;
  }

  /** Over a database, with the vault that seals, the intake and its threads that decode. */
  public static Employment of(
      Db db,
      Vault vault,
      Uploads uploads,
      WorkerExecutor workers,
      PersonService persons,
      OrganisationService organisations) {
    var columns = ColumnMappings.of(db, workers);
    var service =
        new EmploymentService(db, vault, uploads, persons, organisations, columns.service());
    return new Employment(service, ContractResources.of(db), columns);
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new ContractIntakeRoutes(service).mount(http);
    resources.mount(http);
    columns.mount(http);
  }

  /** Takes its files to addresses that were given out before. */
  public Intake intake() {
    return new ContractIntake(service);
  }

  /** What other parts of the gateway may ask of it. */
  public EmploymentService service() {
    return service;
  }
}
