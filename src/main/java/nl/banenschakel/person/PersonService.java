package nl.banenschakel.person;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.platform.db.Tx;

/**
 * Admits people. Whoever is in a delivery becomes a person only when the delivery takes effect;
 * until then they are staged, sealed, and purged when it is refused.
 */
public final class PersonService {
  private final PersonRepository persons = new PersonRepository();

  /** Stages the people of one batch of rows. */
  public Future<Void> stage(Tx tx, UUID upload, List<PersonDraft> drafts) {
    return drafts.isEmpty() ? Future.succeededFuture() : persons.stage(tx, upload, drafts);
  }

  /** Makes persons of those in the delivery who are not known yet. */
  public Future<Void> admit(Tx tx, UUID upload) {
    return persons.admit(tx, upload);
  }

  /**
   * Somebody who is told of alone, and not in a delivery.
   *
   * @return who it is: known already, or from now on
   */
  public Future<UUID> meet(Tx tx, PersonDraft draft) {
    return persons.meet(tx, draft);
  }

  /** Forgets the staged people of a delivery. */
  public Future<Void> purge(Tx tx, UUID upload) {
    return persons.purge(tx, upload);
  }
}
