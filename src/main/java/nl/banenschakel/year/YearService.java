package nl.banenschakel.year;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.db.known.KnownReads;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Mode;
import nl.banenschakel.platform.outbox.Outbox;

/**
 * Opens years and refreshes them. Two who do so at once get one opening, or one after the other.
 */
final class YearService {
  private static final String OPENED = "nl.banenafspraak.year-opened.v1";
  private static final String REFRESHED = "nl.banenafspraak.year-refreshed.v1";

  private final Db db;
  private final YearRules rules;
  private final Outbox outbox;
  private final Clock clock;
  private final YearRepository years = new YearRepository();
  private final YearRowRepository rows = new YearRowRepository();

  YearService(Db db, YearRules rules, Outbox outbox, Clock clock) {
    this.db = db;
    this.rules = rules;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * A year as it stands.
   *
   * @param made whether it was opened by this call
   */
  record Opened(YearFigures figures, boolean made) {}

  /**
   * Opens a year; one that is open is given as it stands.
   *
   * @throws Failure.Conflict through the future when it is too early or too late for that
   */
  Future<Opened> open(Caller caller, Mode mode, int year) {
    return asOf(caller)
        .compose(
            asOf ->
                run(
                    caller,
                    mode,
                    tx ->
                        years
                            .lock(tx, year)
                            .compose(locked -> years.find(tx, year, Optional.empty()))
                            .compose(
                                there ->
                                    there.isPresent()
                                        ? figures(tx, there.get(), false)
                                        : fill(tx, caller, year, asOf))));
  }

  /**
   * Says of an open year what holds now.
   *
   * @throws Failure.NotFound through the future when it is not open
   */
  Future<YearFigures> refresh(Caller caller, Mode mode, int year) {
    return asOf(caller)
        .compose(
            asOf ->
                run(
                    caller,
                    mode,
                    tx ->
                        years
                            .lock(tx, year)
                            .compose(locked -> require(tx, year, Optional.empty()))
                            .compose(there -> fill(tx, caller, year, later(asOf, there)))))
        .map(Opened::figures);
  }

  /** The latest opening of every year, the latest year first. */
  Future<List<Opening>> list(Caller caller) {
    return db.tx(caller.organisation(), years::list);
  }

  /** One opening of a year; the latest, where none is named. */
  Future<YearFigures> find(Caller caller, int year, Optional<Integer> opening) {
    return db.snapshot(
        caller.organisation(),
        tx -> require(tx, year, opening).compose(found -> years.figures(tx, found)));
  }

  /** A page of the contracts that are carried. */
  Future<List<CarriedContract>> carried(Caller caller, int year, RowQuestion asked) {
    return page(caller, year, asked, (tx, opening) -> rows.carried(tx, opening, asked));
  }

  /** A page of what is left behind. */
  Future<List<LeftBehind>> left(Caller caller, int year, RowQuestion asked) {
    return page(caller, year, asked, (tx, opening) -> rows.left(tx, opening, asked));
  }

  /** The opening is told of where it says something new. */
  private Future<Opened> fill(Tx tx, Caller caller, int year, OffsetDateTime asOf) {
    var day = Netherlands.today(clock);
    rules.requireOpenable(year, day);
    return years
        .add(tx, year, asOf, day, caller.subject())
        .compose(
            opening ->
                years
                    .fillContracts(tx, opening)
                    .compose(v -> years.fillPeople(tx, opening, rules.graceRefreshes(year)))
                    .compose(v -> years.fillReturns(tx, opening, rules.expected(year)))
                    .compose(v -> years.fillNumbers(tx, opening, rules.staleAfterDays(day)))
                    .compose(v -> years.fillNorms(tx, opening, rules.lacking(year)))
                    .compose(v -> figures(tx, opening, true)))
        .compose(opened -> tell(tx, opened.figures()).map(opened));
  }

  private Future<Void> tell(Tx tx, YearFigures figures) {
    int number = figures.opening().number();
    if (number > 1 && !figures.changed()) {
      return Future.succeededFuture();
    }
    return outbox.add(
        tx,
        number == 1 ? OPENED : REFRESHED,
        YearRoutes.address(figures.opening().year()),
        Map.of(
            "opening", String.valueOf(number),
            "contracts", String.valueOf(figures.carried().contracts()),
            "leftBehind", String.valueOf(figures.leftBehind())));
  }

  /** A moment up to which all is known, and will not become otherwise. */
  private Future<OffsetDateTime> asOf(Caller caller) {
    return db.tx(caller.organisation(), years::moment)
        .compose(
            asOf ->
                KnownReads.settled(
                        db, caller.organisation(), new KnownAt(Optional.of(asOf.toInstant())))
                    .map(asOf));
  }

  private <T> Future<T> run(Caller caller, Mode mode, Function<Tx, Future<T>> work) {
    return mode == Mode.TRIAL
        ? db.rehearse(caller.organisation(), work)
        : db.tx(caller.organisation(), work);
  }

  private <T> Future<List<T>> page(
      Caller caller, int year, RowQuestion asked, BiFunction<Tx, Opening, Future<List<T>>> read) {
    return db.tx(
        caller.organisation(),
        tx -> require(tx, year, asked.opening()).compose(found -> read.apply(tx, found)));
  }

  private Future<Opening> require(Tx tx, int year, Optional<Integer> opening) {
    return years.find(tx, year, opening).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  private Future<Opened> figures(Tx tx, Opening opening, boolean made) {
    return years.figures(tx, opening).map(figures -> new Opened(figures, made));
  }

  /** Somebody else's refresh may have waited less long for its turn. */
  private static OffsetDateTime later(OffsetDateTime asOf, Opening there) {
    return asOf.isBefore(there.asOf()) ? there.asOf() : asOf;
  }
}
