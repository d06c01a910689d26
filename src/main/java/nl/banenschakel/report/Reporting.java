package nl.banenschakel.report;

import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.report.correction.CorrectionLists;
import nl.banenschakel.report.evidence.FigureEvidence;

/** The slice as a whole, for the wiring. */
public final class Reporting {
  private final Db db;
  private final ReportService service;

  private Reporting(Db db, ReportService service) {
    this.db = db;
    this.service = service;
  }

  /** Over a database, and with what makes the runs of reports as of a moment. */
  public static Reporting of(Db db, Rehearsal rehearsal) {
    return new Reporting(db, new ReportService(db, rehearsal));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new ReportRoutes(service).mount(http);
    CorrectionLists.mount(http, db, ReportService.READERS);
    FigureEvidence.mount(http, db, ReportService.READERS);
  }

  /** What other parts of the gateway may ask of it. */
  public ReportService service() {
    return service;
  }
}
