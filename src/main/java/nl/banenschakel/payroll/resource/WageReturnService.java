package nl.banenschakel.payroll.resource;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.Tijdvakken;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.payroll.resource.WageReturnRepository.Spoken;
import nl.banenschakel.payroll.resource.WageReturnRepository.Sum;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.db.known.KnownReads;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/** Wage returns that took their place, to read back as they stood at any moment. */
final class WageReturnService {
  /** More than three years of months: more is more than one question. */
  static final int TIJDVAKKEN_MAX = 40;

  private final Db db;
  private final OrganisationService organisations;
  private final Norms norms;
  private final InstantSource clock;
  private final WageReturnRepository returns = new WageReturnRepository();

  WageReturnService(Db db, OrganisationService organisations, Norms norms, InstantSource clock) {
    this.db = db;
    this.organisations = organisations;
    this.norms = norms;
    this.clock = clock;
  }

  /** Messages that were known, newest first, from the one after a given one. */
  Future<List<WageReturn>> list(
      Caller caller,
      Optional<Loonheffingennummer> number,
      Optional<Tijdvak> tijdvak,
      KnownAt asOf,
      Optional<UUID> after,
      int limit) {
    return KnownReads.snapshot(
        db,
        caller.organisation(),
        asOf,
        tx -> returns.list(tx, number, tijdvak.map(Tijdvak::ofItsDays), asOf, after, limit));
  }

  /** One message that was known. */
  Future<WageReturn> find(Caller caller, UUID id, KnownAt asOf) {
    return KnownReads.snapshot(db, caller.organisation(), asOf, tx -> find(tx, id, asOf));
  }

  /** What one message says of each relationship, and whether that held. */
  Future<List<Relationship>> ofMessage(
      Caller caller, UUID id, KnownAt asOf, Optional<RelationshipPosition> after, int limit) {
    return KnownReads.snapshot(
        db,
        caller.organisation(),
        asOf,
        tx ->
            find(tx, id, asOf)
                .compose(
                    message ->
                        returns.relationships(
                            tx,
                            message.number(),
                            from(message.tijdvakken(), after),
                            asOf,
                            Optional.of(id),
                            after,
                            limit)));
  }

  /** What held of a tijdvak, whichever message said so. */
  Future<List<Relationship>> inForce(
      Caller caller,
      Loonheffingennummer number,
      Tijdvak tijdvak,
      KnownAt asOf,
      Optional<RelationshipPosition> after,
      int limit) {
    return KnownReads.snapshot(
        db,
        caller.organisation(),
        asOf,
        tx ->
            requireOwn(tx, number)
                .compose(
                    own ->
                        returns.relationships(
                            tx,
                            number,
                            from(List.of(tijdvak.ofItsDays()), after),
                            asOf,
                            Optional.empty(),
                            after,
                            limit)));
  }

  /**
   * Where each tijdvak stood: from the first to the last that a message spoke of, or that is named.
   *
   * @return at most {@value #TIJDVAKKEN_MAX}: the last ones, where no first one is named
   * @throws Failure.Invalid through the future when more are named, or the number is another's
   */
  Future<List<TijdvakState>> tijdvakken(
      Caller caller,
      Loonheffingennummer number,
      Optional<Tijdvak> from,
      Optional<Tijdvak> until,
      KnownAt asOf) {
    return KnownReads.snapshot(
        db,
        caller.organisation(),
        asOf,
        tx ->
            requireOwn(tx, number)
                .compose(own -> returns.spoken(tx, number, asOf))
                .compose(
                    spoken ->
                        returns
                            .sums(tx, number, span(spoken, from, until), asOf)
                            .map(sums -> states(spoken, sums, day(asOf, spoken)))));
  }

  private Future<WageReturn> find(Tx tx, UUID id, KnownAt asOf) {
    return returns.find(tx, id, asOf).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  private Future<Void> requireOwn(Tx tx, Loonheffingennummer number) {
    return organisations.requireOwn(tx, number, "header Loonheffingennummer");
  }

  /** Those that are not behind the position. */
  private static List<Tijdvak> from(
      List<Tijdvak> tijdvakken, Optional<RelationshipPosition> after) {
    return tijdvakken.stream()
        .filter(it -> after.stream().noneMatch(last -> it.compareTo(last.tijdvak()) < 0))
        .toList();
  }

  private static List<Tijdvak> span(
      List<Spoken> spoken, Optional<Tijdvak> from, Optional<Tijdvak> until) {
    var named = new TreeSet<Tijdvak>();
    spoken.stream()
        .map(Spoken::tijdvak)
        .filter(it -> from.stream().noneMatch(first -> it.start().isBefore(first.start())))
        .filter(it -> until.stream().noneMatch(last -> it.end().isAfter(last.end())))
        .forEach(named::add);
    from.ifPresent(named::add);
    until.ifPresent(named::add);
    requireOrder(from, until);
    var all = Tijdvakken.filled(named);
    if (from.isPresent() && all.size() > TIJDVAKKEN_MAX) {
      throw invalid(
          "query from",
          "PERIOD_TOO_LONG",
          "At most %d tijdvakken at once: name a later first one, or an earlier last one."
              .formatted(TIJDVAKKEN_MAX));
    }
    return all.subList(Math.max(0, all.size() - TIJDVAKKEN_MAX), all.size());
  }

  private static void requireOrder(Optional<Tijdvak> from, Optional<Tijdvak> until) {
    if (from.isPresent() && until.stream().anyMatch(it -> it.end().isBefore(from.get().start()))) {
      throw invalid(
          "query until", "PERIOD_REVERSED", "The last tijdvak lies before the first one.");
    }
  }

  private static Failure.Invalid invalid(String at, String code, String detail) {
    return new Failure.Invalid(List.of(new Violation(at, code, detail)));
  }

  private List<TijdvakState> states(List<Spoken> spoken, List<Sum> sums, LocalDate day) {
    Map<Tijdvak, Spoken> bySpoken =
        spoken.stream().collect(Collectors.toMap(Spoken::tijdvak, Function.identity()));
    return sums.stream()
        .map(sum -> state(sum, Optional.ofNullable(bySpoken.get(sum.tijdvak())), day))
        .toList();
  }

  private TijdvakState state(Sum sum, Optional<Spoken> spoken, LocalDate day) {
    return new TijdvakState(
        sum.tijdvak(),
        spoken.map(Spoken::returned).orElse(false),
        spoken.map(Spoken::messages).orElse(0),
        spoken.map(Spoken::latestSentAt),
        sum.versions(),
        sum.relationships(),
        sum.anonymous(),
        sum.hours(),
        sum.contractsRun(),
        isDue(sum.tijdvak(), day),
        sum.totalDiffers() && spoken.isPresent());
  }

  private boolean isDue(Tijdvak tijdvak, LocalDate day) {
    int months = norms.at(NormName.WAGE_RETURN_DUE_MONTHS, tijdvak.end()).integer();
    return day.isAfter(tijdvak.returnDue(months));
  }

  /** As late as it is, or as it was where the sender was when it sent its last return. */
  private LocalDate day(KnownAt asOf, List<Spoken> spoken) {
    var day = LocalDate.ofInstant(asOf.moment().orElseGet(clock::instant), Netherlands.ZONE);
    return Stream.concat(Stream.of(day), spoken.stream().map(it -> it.latestSentAt().toLocalDate()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
