package nl.banenschakel.statement.link;

import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.vault.Vault;

/** Person links as a whole, for the wiring. */
public final class PersonLinks {
  private final PersonLinkService service;

  private PersonLinks(PersonLinkService service) {
    this.service = service;
  }

  /** Over a database. */
  public static PersonLinks of(Db db, Vault vault, PersonService persons) {
    return new PersonLinks(new PersonLinkService(db, vault, persons));
  }

  /** Adds the operations. */
  public void mount(Endpoints http) {
    new PersonLinkRoutes(service).mount(http);
  }
}
