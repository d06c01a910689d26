package nl.banenschakel.register;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.Vault;

/** Takes in what the register answered, and keeps it. */
public final class RegisterService {
  private final Db db;
  private final Vault vault;
  private final Uploads uploads;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final SnapshotRepository snapshots = new SnapshotRepository();

  RegisterService(
      Db db,
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations) {
    this.db = db;
    this.vault = vault;
    this.uploads = uploads;
    this.persons = persons;
    this.organisations = organisations;
  }

  /**
   * Takes a list as a file: one BSN per line, or a table with a column for it.
   *
   * @throws Failure.Invalid through the future, with every mistake
   */
  public Future<Upload> takeFile(Incoming file, TableFile table, EvidenceDraft draft) {
    var decoder = new ListFileDecoder(sealer(file.caller()), table);
    return table.admitted(() -> take(file, decoder, () -> draft));
  }

  /**
   * Takes a list as the contract's JSON, which says itself which list it is.
   *
   * @throws Failure.Invalid through the future, with every mistake
   */
  public Future<Upload> takeJson(Incoming body) {
    var decoder = new ListJsonDecoder(sealer(body.caller()));
    return take(body, decoder, decoder::draft);
  }

  /** One snapshot of the caller's organisation. */
  public Future<Snapshot> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> snapshots.find(tx, id))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** Snapshots, newest first, from the one after a given one. */
  public Future<List<Snapshot>> list(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> snapshots.list(tx, after, limit));
  }

  private Future<Upload> take(
      Incoming incoming, Decoder<ListBatch> decoder, Supplier<EvidenceDraft> draft) {
    var receivedBy = incoming.caller().subject();
    var target = new SnapshotTarget(decoder, draft, receivedBy, persons, organisations, snapshots);
    return uploads.take(incoming, target);
  }

  private PersonSealer sealer(Caller caller) {
    return new PersonSealer(vault.forTenant(caller.organisation()));
  }
}
