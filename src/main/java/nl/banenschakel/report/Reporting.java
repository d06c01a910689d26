package nl.banenschakel.report;

import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.report.correction.CorrectionLists;
import nl.banenschakel.report.evidence.FigureEvidence;

/** The slice as a whole, for the wiring. */
public final class Reporting {
  private final ReportService service;
  private final CorrectionLists corrections;
  private final FigureEvidence evidence;

  private Reporting(Db db, ReportService service) {
    this.service = service;
    this.corrections = new CorrectionLists(db);
    this.evidence = new FigureEvidence(db);
  }

  /** Over a database, and with what makes the runs of reports as of a moment. */
  public static Reporting of(Db db, Rehearsal rehearsal) {
    return new Reporting(db, new ReportService(db, rehearsal));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new ReportRoutes(service).mount(http);
    corrections.mount(http, ReportService.READERS);
    evidence.mount(http, ReportService.READERS);
  }

  /** What other parts of the gateway may ask of it. */
  public ReportService service() {
    return service;
  }
}
