package nl.banenschakel.register.explanation;

import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.vault.Vault;

/** The area as a whole, for the slice. */
public final class Explanations {
  private final ExplanationService service;

  private Explanations(ExplanationService service) {
    this.service = service;
  }

  /** Over a database, with the vault that finds a person by BSN, by the norms. */
  public static Explanations of(
      Db db, Vault vault, Norms norms, OrganisationService organisations) {
    return new Explanations(new ExplanationService(db, vault, norms, organisations));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new ExplanationRoutes(service).mount(http);
  }
}
