package nl.banenschakel.report.evidence;

import java.util.Set;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class FigureEvidence {
  private final EvidenceService evidence;

  /** Over a database. */
  public FigureEvidence(Db db) {
    this.evidence = new EvidenceService(db);
  }

  /** Adds the area's operations, for these roles. */
  public void mount(Endpoints http, Set<Role> read) {
    new EvidenceRoutes(evidence).mount(http, read);
  }
}
