package nl.banenschakel.payroll.merge;

import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.payroll.merge.MergeRepository.Place;
import nl.banenschakel.payroll.merge.MergeRepository.Repeated;
import nl.banenschakel.payroll.message.WageReturnBatch;
import nl.banenschakel.payroll.message.WageReturnDecoder;
import nl.banenschakel.payroll.message.WageReturnMessage;
import nl.banenschakel.payroll.message.WageReturnMessage.Block;
import nl.banenschakel.payroll.message.WageReturnMessage.Content;
import nl.banenschakel.payroll.total.ReturnEffects;
import nl.banenschakel.payroll.total.ReturnEffects.Effects;
import nl.banenschakel.payroll.total.StatedTotal;
import nl.banenschakel.payroll.total.TieOut;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Outcome;
import nl.banenschakel.platform.intake.Target;
import nl.banenschakel.platform.stream.Decoder;

/**
 * A wage return becomes versions of income relationships. The sender's own order (DatTdAanm, then
 * IdBer) decides which version holds, whatever the order of arrival; a full return replaces what is
 * older of its tijdvak, every other block only the relationships it holds.
 */
public final class WageReturnTarget implements Target<WageReturnBatch> {
  /** The sort of file. */
  public static final String KIND = "wage-return";

  /** Mistakes that are read back: more than are listed, so that the total says something. */
  private static final int MISTAKES_MAX = 10_000;

  private static final String NUMBER_AT = "AdministratieveEenheid/LhNr";

  private final WageReturnDecoder decoder;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final MergeRepository returns = new MergeRepository();
  private final ReturnEffects effects = new ReturnEffects();
  private final TieOut tieOut;
  private final Optional<StatedTotal> stated;
  private final String sender;

  /**
   * Of one message.
   *
   * @param stated what the sender says that the message's own tijdvak comes to
   * @param sender the client or person that sends it
   */
  public WageReturnTarget(
      WageReturnDecoder decoder,
      PersonService persons,
      OrganisationService organisations,
      TieOut tieOut,
      Optional<StatedTotal> stated,
      String sender) {
    this.decoder = decoder;
    this.persons = persons;
    this.organisations = organisations;
    this.tieOut = tieOut;
    this.stated = stated;
    this.sender = sender;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Decoder<WageReturnBatch> decoder() {
    return decoder;
  }

  @Override
  public Delivery delivery() {
    var number = message().number();
    return new Delivery(number, number.text(), stated.map(StatedTotal::text).orElse(""));
  }

  @Override
  public Future<Void> stage(Tx tx, UUID upload, WageReturnBatch batch) {
    return persons
        .stage(tx, upload, batch.people())
        .compose(staged -> returns.stage(tx, upload, batch));
  }

  @Override
  public int rows(WageReturnBatch batch) {
    return batch.rows().size();
  }

  @Override
  public Future<List<Violation>> check(Tx tx, UUID upload) {
    return returns
        .preferHashJoins(tx)
        .compose(preferred -> organisations.owns(tx, message().number()))
        .compose(
            owns ->
                owns
                    ? checkRepeated(tx, upload)
                    : Future.succeededFuture(List.of(OrganisationService.notYours(NUMBER_AT))));
  }

  @Override
  public Future<Outcome> merge(Tx tx, UUID upload) {
    return returns
        .find(tx, message())
        .compose(
            stored ->
                stored.isPresent() ? repeat(tx, upload, stored.get()) : takeEffect(tx, upload));
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return purge(tx, upload, persons);
  }

  /** The same for a delivery that nobody receives any more. */
  public static Future<Void> purge(Tx tx, UUID upload, PersonService persons) {
    return persons.purge(tx, upload).compose(purged -> new MergeRepository().purge(tx, upload));
  }

  private Future<List<Violation>> checkRepeated(Tx tx, UUID upload) {
    return returns
        .findRepeated(tx, upload, message(), MISTAKES_MAX)
        .map(
            repeated ->
                Stream.concat(
                        TieOut.check(message(), stated).stream(),
                        repeated.stream().map(this::mistake))
                    .toList());
  }

  private Violation mistake(Repeated repeated) {
    return new Violation(
        pathOf(repeated.place()),
        "DUPLICATE_RELATIONSHIP",
        "The same person and NumIV are at %s: a message states a relationship of a tijdvak once."
            .formatted(pathOf(repeated.first())));
  }

  private String pathOf(Place place) {
    return message().block(place.block()).pathOf(place.withdrawn(), place.position());
  }

  /** The same message was stored before: it may only say the same. */
  private Future<Outcome> repeat(Tx tx, UUID upload, UUID stored) {
    return returns
        .differs(tx, upload, message(), stored)
        .compose(
            differs -> {
              if (differs) {
                throw new Failure.Conflict(
                    "WAGE_RETURN_ID_REUSED",
                    "A wage return with this LhNr, DatTdAanm and IdBer is here already and says"
                        + " something else: give the new one its own IdBer and DatTdAanm.");
              }
              return settled(tx, stored, Optional.empty(), 0, 0);
            });
  }

  private Future<Outcome> takeEffect(Tx tx, UUID upload) {
    return persons
        .admit(tx, upload)
        .compose(admitted -> returns.add(tx, upload, message()))
        .compose(
            added ->
                returns
                    .addVersions(tx, upload, message(), added)
                    .compose(
                        versions ->
                            returns
                                .supersede(tx, message(), added)
                                .compose(
                                    ended ->
                                        settled(
                                            tx,
                                            added.message(),
                                            Optional.of(added.moment()),
                                            versions,
                                            ended))));
  }

  private Future<Outcome> settled(
      Tx tx, UUID message, Optional<OffsetDateTime> receivedAt, long versions, long superseded) {
    var delivered = new TieOut.Delivered(message, receivedAt, message(), stated, sender);
    var changed =
        receivedAt
            .map(moment -> effects.of(tx, message(), message, moment))
            .orElseGet(() -> Future.succeededFuture(Effects.NONE));
    return changed.compose(
        found ->
            tieOut
                .settle(tx, delivered)
                .map(warnings -> outcome(counts(versions, superseded), found, warnings)));
  }

  private Map<String, Long> counts(long versions, long superseded) {
    return Map.of(
        "tijdvakken",
        (long) message().blocks().size(),
        "relationships",
        content(Content::relationships),
        "withdrawals",
        content(Content::withdrawals),
        "anonymous",
        content(Content::anonymous),
        "versionsNew",
        versions,
        "superseded",
        superseded);
  }

  private long content(ToLongFunction<Content> figure) {
    return message().blocks().stream().map(Block::content).mapToLong(figure).sum();
  }

  private static Outcome outcome(
      Map<String, Long> counts, Effects found, List<Violation> warnings) {
    return new Outcome(
        Optional.empty(), new TreeMap<>(counts), found.touches(), found.changes(), warnings);
  }

  private WageReturnMessage message() {
    return decoder.message();
  }
}
