package nl.banenschakel.person.search;

import io.vertx.core.Future;
import java.util.List;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.vault.Vault;

/** Finds people of an organisation by their BSN. */
public final class PersonSearch {
  private final Db db;
  private final Vault vault;
  private final PersonSearchRepository people = new PersonSearchRepository();

  /** Over the database of the app role. */
  public PersonSearch(Db db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  /** Names the operation. */
  public void mount(Endpoints http) {
    new PersonRoutes(this).mount(http);
  }

  /** Those who are known here, in the order in which they were asked for; nobody becomes known. */
  Future<List<FoundPerson>> find(Caller caller, List<Bsn> bsns) {
    var tenant = caller.organisation();
    var keys = vault.forTenant(tenant);
    var indexes = bsns.stream().map(keys::blindIndex).toList();
    return db.snapshot(
        tenant,
        tx ->
            people
                .find(tx, indexes)
                .compose(
                    found ->
                        people
                            .contracts(tx, found)
                            .map(
                                contracts ->
                                    found.stream()
                                        .map(
                                            one ->
                                                one.with(
                                                    contracts.getOrDefault(one.id(), List.of())))
                                        .toList())));
  }
}
