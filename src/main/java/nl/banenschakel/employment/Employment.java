package nl.banenschakel.employment;

import io.vertx.core.WorkerExecutor;
import nl.banenschakel.employment.column.ContractTable;
import nl.banenschakel.employment.resource.ContractResources;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.intake.column.ColumnMappings;
import nl.banenschakel.platform.vault.Vault;

/** The slice as a whole, for the wiring. */
public final class Employment {
  private final EmploymentService service;
  private final ContractResources resources;
  private final ColumnMappings mappings;

  private Employment(
      EmploymentService service, ContractResources resources, ColumnMappings mappings) {
    this.service = service;
    this.resources = resources;
    this.mappings = mappings;
  }

  /** Over a database, with the vault that seals, the intake and its threads that decode. */
  public static Employment of(
      Db db,
      Vault vault,
      Uploads uploads,
      WorkerExecutor workers,
      PersonService persons,
      OrganisationService organisations) {
    var mappings = ColumnMappings.of(db, workers);
    var service = new EmploymentService(db, vault, uploads, persons, organisations, mappings);
    return new Employment(service, ContractResources.of(db), mappings);
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new ContractIntakeRoutes(service).mount(http);
    resources.mount(http);
    mappings.mount(http, ContractTable.KIND, ContractTable.OPERATIONS);
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
