package nl.banenschakel.register;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Outcome;
import nl.banenschakel.platform.intake.Target;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.register.freshness.Freshness;

/** A register list becomes a snapshot: evidence that is never changed. */
final class SnapshotTarget implements Target<ListBatch> {
  static final String KIND = ListFileDecoder.KIND.name();

  private static final Violation REPEATED =
      new Violation(
          "",
          "PERSON_REPEATED",
          "A BSN is in this list more than once: it counts once. Check that nobody was copied twice"
              + " in the place of somebody else.");

  private final EvidenceIntake.Input<ListBatch> input;
  private final String receivedBy;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final SnapshotRepository snapshots;
  private final Freshness freshness;

  /** Which list it is may be in the body: it is asked for when that has been read. */
  SnapshotTarget(
      EvidenceIntake.Input<ListBatch> input,
      String receivedBy,
      PersonService persons,
      OrganisationService organisations,
      SnapshotRepository snapshots,
      Freshness freshness) {
    this.input = input;
    this.receivedBy = receivedBy;
    this.persons = persons;
    this.organisations = organisations;
    this.snapshots = snapshots;
    this.freshness = freshness;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Decoder<ListBatch> decoder() {
    return input;
  }

  @Override
  public Delivery delivery() {
    var list = input.draft();
    return new Delivery(
        list.number(), list.number().text() + "/" + list.peildatum(), input.parameters());
  }

  @Override
  public Future<Void> stage(Tx tx, UUID upload, ListBatch batch) {
    return persons
        .stage(tx, upload, batch.people())
        .compose(staged -> snapshots.stage(tx, upload, batch));
  }

  @Override
  public int rows(ListBatch batch) {
    return batch.lines().size();
  }

  @Override
  public Future<List<Violation>> check(Tx tx, UUID upload) {
    return organisations
        .owns(tx, input.draft().number())
        .map(
            owns ->
                owns ? List.of() : List.of(OrganisationService.notYours("loonheffingennummer")));
  }

  @Override
  public Future<Outcome> merge(Tx tx, UUID upload) {
    return persons
        .admit(tx, upload)
        .compose(admitted -> snapshots.add(tx, upload, input.draft(), receivedBy))
        .compose(
            snapshot ->
                freshness
                    .watch(tx, snapshot.id(), snapshot.peildatum())
                    .map(watched -> outcome(snapshot)));
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return persons.purge(tx, upload).compose(purged -> snapshots.purge(tx, upload));
  }

  private static Outcome outcome(Snapshot snapshot) {
    var counts = new TreeMap<String, Long>();
    counts.put("lines", (long) snapshot.lines());
    counts.put("persons", (long) snapshot.persons());
    return new Outcome(
        Optional.of("/v1/register-snapshots/" + snapshot.id()),
        counts,
        List.of(),
        List.of(),
        snapshot.lines() > snapshot.persons() ? List.of(REPEATED) : List.of());
  }
}
