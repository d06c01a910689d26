package nl.banenschakel.payroll.total;

import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.outbox.Outbox;

/** The area as a whole, for the slice. */
public final class ControlTotals {
  private final TieOut tieOut;
  private final ControlTotalService totals;

  private ControlTotals(TieOut tieOut, ControlTotalService totals) {
    this.tieOut = tieOut;
    this.totals = totals;
  }

  /** Over a database, with the norms that tell the tolerance, and where events go. */
  public static ControlTotals of(
      Db db, OrganisationService organisations, Norms norms, Outbox outbox) {
    var events = new ControlTotalEvents(outbox);
    var tieOut = new TieOut(norms, events);
    return new ControlTotals(tieOut, new ControlTotalService(db, organisations, tieOut, events));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new ControlTotalRoutes(totals).mount(http);
  }

  /** What compares while a wage return takes effect. */
  public TieOut tieOut() {
    return tieOut;
  }
}
