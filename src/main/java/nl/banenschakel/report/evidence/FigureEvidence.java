package nl.banenschakel.report.evidence;

import java.util.Set;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class FigureEvidence {
  private FigureEvidence() {}

  /** Adds the area's operations, for these roles. */
  public static void mount(Endpoints http, Db db, Set<Role> read) {
    new EvidenceRoutes(new EvidenceService(db)).mount(http, read);
  }
}
