package nl.banenschakel.employment;

import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.employment.EffectRepository.Effects;
import nl.banenschakel.employment.column.ContractTable;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Outcome;
import nl.banenschakel.platform.intake.Target;
import nl.banenschakel.platform.stream.Decoder;

/**
 * One delivery of contracts. What it says differently from what is known becomes a new version as
 * of now; what a full one no longer says is closed as of now, without an end date that nobody gave.
 */
final class ContractTarget implements Target<ContractBatch> {
  static final String KIND = ContractTable.KIND.name();

  private final ContractInput input;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final ContractRepository contracts;
  private final EffectRepository effects = new EffectRepository();

  ContractTarget(
      ContractInput input,
      PersonService persons,
      OrganisationService organisations,
      ContractRepository contracts) {
    this.input = input;
    this.persons = persons;
    this.organisations = organisations;
    this.contracts = contracts;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Decoder<ContractBatch> decoder() {
    return input.decoder();
  }

  @Override
  public Delivery delivery() {
    var delivery = input.delivery();
    return new Delivery(
        delivery.number(),
        delivery.number().text() + "/" + delivery.source(),
        "delivery=" + delivery.scope() + input.mapping().parameter());
  }

  @Override
  public Future<Void> stage(Tx tx, UUID upload, ContractBatch batch) {
    return persons
        .stage(tx, upload, batch.people())
        .compose(staged -> contracts.stage(tx, upload, batch));
  }

  @Override
  public int rows(ContractBatch batch) {
    return batch.rows();
  }

  @Override
  public Future<List<Violation>> check(Tx tx, UUID upload) {
    return contracts
        .preferHashJoins(tx)
        .compose(preferred -> organisations.owns(tx, input.delivery().number()))
        .map(owns -> owns ? List.<Violation>of() : List.of(notYours()))
        .compose(mistakes -> and(mistakes, contracts.findRepeated(tx, upload, input::at)))
        .compose(mistakes -> and(mistakes, contracts.findTooManyParts(tx, upload, input::at)))
        .compose(mistakes -> and(mistakes, contracts.findBsnsElsewhere(tx, upload, input::at)));
  }

  @Override
  public Future<Outcome> merge(Tx tx, UUID upload) {
    return persons
        .admit(tx, upload)
        .compose(admitted -> contracts.instant(tx))
        .compose(
            instant ->
                contracts
                    .isKnown(tx, input.delivery())
                    .compose(
                        known ->
                            known
                                ? replace(tx, upload, instant)
                                : contracts
                                    .openFirst(tx, upload, input.delivery(), instant)
                                    .compose(opened -> outcome(tx, instant, 0, opened))));
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return persons.purge(tx, upload).compose(purged -> contracts.purge(tx, upload));
  }

  private Future<Outcome> replace(Tx tx, UUID upload, OffsetDateTime instant) {
    return contracts
        .close(tx, upload, input.delivery(), instant)
        .compose(
            closed ->
                contracts
                    .open(tx, upload, input.delivery(), instant)
                    .compose(opened -> outcome(tx, instant, closed, opened)));
  }

  private Violation notYours() {
    return OrganisationService.notYours(input.numberAt());
  }

  private static Future<List<Violation>> and(
      List<Violation> earlier, Future<List<Violation>> found) {
    return found.map(more -> Stream.concat(earlier.stream(), more.stream()).toList());
  }

  private Future<Outcome> outcome(
      Tx tx, OffsetDateTime instant, int closed, ContractRepository.Opened opened) {
    var counts = new TreeMap<String, Long>();
    counts.put("lines", opened.lines());
    counts.put("new", opened.opened() - opened.changed());
    counts.put("changed", opened.changed());
    counts.put("unchanged", opened.lines() - opened.opened());
    counts.put("closed", closed - opened.changed());
    var changed = closed > 0 || opened.opened() > 0;
    return (changed
            ? effects.of(tx, input.delivery(), instant)
            : Future.succeededFuture(Effects.NONE))
        .map(
            found ->
                new Outcome(Optional.empty(), counts, found.touches(), found.changes(), List.of()));
  }
}
