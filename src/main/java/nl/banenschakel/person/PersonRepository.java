package nl.banenschakel.person;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of the schema {@code person}. */
final class PersonRepository {
  private final Sql sql = Sql.load("person");

  Future<Void> stage(Tx tx, UUID upload, List<PersonDraft> drafts) {
    return tx.update(
            sql.get("stagePeople"),
            tx.tenant(),
            upload,
            drafts.stream().map(PersonDraft::id).toArray(UUID[]::new),
            drafts.stream().map(draft -> draft.bsn().blindIndex()).toArray(Buffer[]::new),
            drafts.stream().map(draft -> draft.bsn().blindKeyId()).toArray(Integer[]::new),
            drafts.stream().map(draft -> draft.bsn().sealed()).toArray(Buffer[]::new),
            drafts.stream().map(draft -> draft.bsn().sealedKeyId()).toArray(Integer[]::new))
        .mapEmpty();
  }

  Future<Void> admit(Tx tx, UUID upload) {
    return tx.run(sql.get("countStagedPeople"))
        .compose(counted -> tx.update(sql.get("admitPeople"), upload))
        .mapEmpty();
  }

  Future<UUID> meet(Tx tx, PersonDraft draft) {
    var bsn = draft.bsn();
    return tx.update(
            sql.get("meetPerson"),
            tx.tenant(),
            draft.id(),
            bsn.blindIndex(),
            bsn.blindKeyId(),
            bsn.sealed(),
            bsn.sealedKeyId())
        .compose(
            met ->
                tx.first(sql.get("knownPerson"), row -> row.getUUID("person_id"), bsn.blindIndex()))
        .map(Optional::orElseThrow);
  }

  Future<Void> purge(Tx tx, UUID upload) {
    return tx.update(sql.get("purgePeople"), upload).mapEmpty();
  }
}
