package nl.banenschakel.agreement.draft;

import nl.banenschakel.agreement.AgreementJson;
import nl.banenschakel.agreement.wording.WordingJson;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the wiring. */
public final class Drafts {
  private final DraftRoutes routes;

  /** Over a service. */
  public Drafts(DraftService service, AgreementJson json, WordingJson wording) {
    routes = new DraftRoutes(service, json, wording);
  }

  /** Adds the operations. */
  public void mount(Endpoints http) {
    routes.mount(http);
  }
}
