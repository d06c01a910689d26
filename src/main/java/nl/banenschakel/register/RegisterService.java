package nl.banenschakel.register;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Incoming.Ending;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.intake.column.ColumnMappings;
import nl.banenschakel.platform.stream.StoredStream;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableRow;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.connector.BridgeList;
import nl.banenschakel.register.freshness.Freshness;

/** Takes in what the register answered, and keeps it. */
public final class RegisterService implements EvidenceIntake.Taker {
  private final Db db;
  private final Vault vault;
  private final Uploads uploads;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final Freshness freshness;
  private final ColumnMappings mappings;
  private final SnapshotRepository snapshots = new SnapshotRepository();

  RegisterService(
      Db db,
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations,
      Freshness freshness,
      ColumnMappings mappings) {
    this.db = db;
    this.vault = vault;
    this.uploads = uploads;
    this.persons = persons;
    this.organisations = organisations;
    this.freshness = freshness;
    this.mappings = mappings;
  }

  @Override
  public String kind() {
    return SnapshotTarget.KIND;
  }

  @Override
  public List<String> heads(TableRow first) {
    return ListFileDecoder.heads(first);
  }

  /**
   * Takes a list as a file: one BSN per line, or a table with a column for it.
   *
   * @throws Failure.Invalid through the future, with every mistake
   */
  @Override
  public Future<Upload> takeFile(Incoming file, TableFile table, EvidenceDraft draft) {
    return mappings
        .of(file.caller(), ListFileDecoder.KIND, draft.source().text())
        .map(mapping -> new ListFileDecoder(sealer(file.caller()), table, draft, mapping))
        .compose(decoder -> table.admitted(() -> take(file.as(table), decoder)));
  }

  /**
   * Takes a list as the contract's JSON, which says itself which list it is.
   *
   * @throws Failure.Invalid through the future, with every mistake
   */
  @Override
  public Future<Upload> takeJson(Incoming body, LocalDate today) {
    return take(body, new ListJsonDecoder(sealer(body.caller()), today));
  }

  /**
   * Takes a list that the gateway fetched itself, by the same way as one that is delivered.
   *
   * @param ending the transaction in which it becomes a snapshot; called on an event loop
   */
  public Future<Upload> takeFetched(
      Caller caller, Loonheffingennummer number, BridgeList list, Ending ending) {
    var draft =
        new EvidenceDraft(number, list.peildatum(), list.updatedTo(), EvidenceSource.CONNECTOR);
    var lines = FetchedListDecoder.lines(list);
    var stream =
        new StoredStream(
            requireNonNull(Vertx.currentContext()), lines, FetchedListDecoder.PIECE_BYTES);
    var target = target(caller, new FetchedListDecoder(sealer(caller), draft));
    return uploads.take(Incoming.real(caller, stream), target, ending);
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

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return persons.purge(tx, upload).compose(purged -> snapshots.purge(tx, upload));
  }

  private Future<Upload> take(Incoming incoming, EvidenceIntake.Input<ListBatch> list) {
    return uploads.take(incoming, target(incoming.caller(), list));
  }

  private SnapshotTarget target(Caller caller, EvidenceIntake.Input<ListBatch> list) {
    return new SnapshotTarget(list, caller.subject(), persons, organisations, snapshots, freshness);
  }

  private PersonSealer sealer(Caller caller) {
    return new PersonSealer(vault.forTenant(caller.organisation()));
  }
}
