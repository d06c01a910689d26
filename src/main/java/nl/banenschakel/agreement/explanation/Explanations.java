package nl.banenschakel.agreement.explanation;

import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.agreement.draft.DraftService;
import nl.banenschakel.agreement.wording.WordingJson;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the wiring. */
public final class Explanations {
  private final ExplanationRoutes routes;

  /** Over a database. */
  public Explanations(
      Db db, AgreementService agreements, DraftService drafts, WordingJson wording) {
    routes = new ExplanationRoutes(new ExplanationService(db, agreements, drafts), wording);
  }

  /** Adds the operation. */
  public void mount(Endpoints http) {
    routes.mount(http);
  }
}
