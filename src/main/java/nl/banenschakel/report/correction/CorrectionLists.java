package nl.banenschakel.report.correction;

import java.util.Set;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class CorrectionLists {
  private CorrectionLists() {}

  /** Adds the area's operation, for these roles. */
  public static void mount(Endpoints http, Db db, Set<Role> read) {
    new CorrectionRoutes(new CorrectionService(db), read).mount(http);
  }
}
