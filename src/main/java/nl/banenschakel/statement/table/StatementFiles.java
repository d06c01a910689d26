package nl.banenschakel.statement.table;

import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.intake.column.ColumnMappings;
import nl.banenschakel.statement.StatementIntake;

/** The form as a whole, for the wiring. */
public final class StatementFiles {
  private final StatementFileService service;
  private final ColumnMappings mappings;

  private StatementFiles(StatementFileService service, ColumnMappings mappings) {
    this.service = service;
    this.mappings = mappings;
  }

  /** In front of what takes statements in, with what takes files and knows of columns. */
  public static StatementFiles of(
      Uploads uploads, ColumnMappings mappings, StatementIntake statements) {
    return new StatementFiles(new StatementFileService(uploads, mappings, statements), mappings);
  }

  /** Adds the operations. */
  public void mount(Endpoints http) {
    new StatementFileRoutes(service).mount(http);
    mappings.mount(http, StatementTable.KIND, StatementTable.OPERATIONS);
  }

  /** Takes its files to addresses that were given out before. */
  public Intake intake() {
    return new StatementFileIntake(service);
  }
}
