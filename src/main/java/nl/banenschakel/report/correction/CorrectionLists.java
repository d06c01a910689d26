package nl.banenschakel.report.correction;

import java.util.Set;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class CorrectionLists {
  private final CorrectionService corrections;

  /** Over a database. */
  public CorrectionLists(Db db) {
    this.corrections = new CorrectionService(db);
  }

  /** Adds the area's operation, for these roles. */
  public void mount(Endpoints http, Set<Role> read) {
    new CorrectionRoutes(corrections, read).mount(http);
  }
}
