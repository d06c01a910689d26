package nl.banenschakel.register.check;

import java.time.Clock;
import java.util.Optional;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.connector.RegisterBridge;
import nl.banenschakel.register.fetch.MandateService;

/** The area as a whole, for the wiring. */
public final class Checking {
  private final CheckService service;

  private Checking(CheckService service) {
    this.service = service;
  }

  /** With a register to ask, or without: then evidence alone answers. */
  public static Checking of(
      Db db,
      Vault vault,
      Norms norms,
      OrganisationService organisations,
      MandateService mandates,
      Optional<RegisterBridge> bridge,
      Clock clock) {
    return new Checking(new CheckService(db, vault, norms, organisations, mandates, bridge, clock));
  }

  /** Adds the area's operation. */
  public void mount(Endpoints http) {
    new CheckRoutes(service).mount(http);
  }
}
