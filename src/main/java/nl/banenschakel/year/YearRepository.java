package nl.banenschakel.year;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.year.YearRules.Expected;

/** Openings, and the statements that fill one: each reads what those before it filled. */
final class YearRepository {
  private final Sql sql = Sql.load("year");

  /** Nobody else opens this year until the transaction ends. */
  Future<Void> lock(Tx tx, int year) {
    return tx.run(sql.get("lockYear"), tx.tenant(), year).mapEmpty();
  }

  /** A moment that is after all that is known. */
  Future<OffsetDateTime> moment(Tx tx) {
    return tx.first(sql.get("openingMoment"), row -> row.getOffsetDateTime("moment"))
        .map(Optional::orElseThrow);
  }

  /** The next opening of a year, still empty. */
  Future<Opening> add(Tx tx, int year, OffsetDateTime asOf, LocalDate day, String openedBy) {
    return tx.first(
            sql.get("addOpening"),
            row -> new Opening(year, row.getInteger("opening"), asOf, day, openedBy),
            tx.tenant(),
            year,
            asOf,
            day,
            openedBy)
        .map(Optional::orElseThrow)
        .compose(added -> tx.run(sql.get("preferHashJoins")).map(added));
  }

  /** The contracts that are open on 1 January, and those that are not. */
  Future<Void> fillContracts(Tx tx, Opening opening) {
    return step(tx, "carryContracts", opening)
        .compose(carried -> step(tx, "leaveContracts", opening));
  }

  /** Who is signed out of the register to the end of the old year. */
  Future<Void> fillPeople(Tx tx, Opening opening, int graceRefreshes) {
    int year = opening.year();
    var around =
        List.of(
            Tijdvak.parse("%d-M12".formatted(year - 1)), Tijdvak.parse("%d-M01".formatted(year)));
    return tx.update(
            sql.get("leavePeople"),
            year,
            opening.number(),
            column(around, Tijdvak::code).toArray(String[]::new),
            column(around, Tijdvak::start).toArray(LocalDate[]::new),
            column(around, Tijdvak::end).toArray(LocalDate[]::new),
            graceRefreshes)
        .mapEmpty();
  }

  /** What wage returns of the old year are still to come. */
  Future<Void> fillReturns(Tx tx, Opening opening, List<Expected> expected) {
    return tx.update(
            sql.get("leaveReturns"),
            opening.year(),
            opening.number(),
            column(expected, it -> it.tijdvak().ofItsDays().code()).toArray(String[]::new),
            column(expected, it -> !it.tijdvak().isMonth()).toArray(Boolean[]::new),
            column(expected, it -> it.tijdvak().start()).toArray(LocalDate[]::new),
            column(expected, it -> it.tijdvak().end()).toArray(LocalDate[]::new),
            column(expected, Expected::due).toArray(LocalDate[]::new))
        .mapEmpty();
  }

  /** What the loonheffingennummers lack. */
  Future<Void> fillNumbers(Tx tx, Opening opening, int staleAfterDays) {
    return tx.update(sql.get("leaveNumbers"), opening.year(), opening.number(), staleAfterDays)
        .mapEmpty();
  }

  /** The norms that have no value. */
  Future<Void> fillNorms(Tx tx, Opening opening, Map<NormName, LocalDate> lacking) {
    return tx.update(
            sql.get("leaveNorms"),
            opening.year(),
            opening.number(),
            lacking.keySet().stream().map(NormName::text).toArray(String[]::new),
            lacking.values().toArray(LocalDate[]::new))
        .mapEmpty();
  }

  /**
   * One opening of a year.
   *
   * @param number empty: the latest
   */
  Future<Optional<Opening>> find(Tx tx, int year, Optional<Integer> number) {
    return tx.first(sql.get("findOpening"), YearRepository::opening, year, number.orElse(null));
  }

  /** The latest opening of every year, the latest year first. */
  Future<List<Opening>> list(Tx tx) {
    return tx.list(sql.get("listYears"), YearRepository::opening);
  }

  /** What an opening comes to. */
  Future<YearFigures> figures(Tx tx, Opening opening) {
    return tx.first(
            sql.get("countCarried"), YearRepository::carried, opening.year(), opening.number())
        .map(Optional::orElseThrow)
        .compose(
            carried ->
                tx.list(
                        sql.get("countLeft"),
                        YearRepository::left,
                        opening.year(),
                        opening.number())
                    .map(left -> new YearFigures(opening, carried, ordered(left))));
  }

  private Future<Void> step(Tx tx, String step, Opening opening) {
    return tx.update(sql.get(step), opening.year(), opening.number()).mapEmpty();
  }

  private static <T, C> List<C> column(List<T> rows, Function<T, C> value) {
    return rows.stream().map(value).toList();
  }

  private static List<YearFigures.Left> ordered(List<YearFigures.Left> left) {
    return left.stream().sorted(Comparator.comparing(YearFigures.Left::reason)).toList();
  }

  private static Opening opening(Row row) {
    return new Opening(
        row.getInteger("year"),
        row.getInteger("opening"),
        row.getOffsetDateTime("as_of"),
        row.getLocalDate("opened_on"),
        row.getString("opened_by"));
  }

  private static YearFigures.Carried carried(Row row) {
    return new YearFigures.Carried(
        row.getLong("contracts"),
        row.getLong("persons"),
        ContractHours.perWeek(row.getBigDecimal("hours_per_week")),
        changes(row));
  }

  private static YearFigures.Left left(Row row) {
    return new YearFigures.Left(
        Reason.valueOf(row.getString("reason")), row.getLong("items"), changes(row));
  }

  private static YearFigures.Changes changes(Row row) {
    return new YearFigures.Changes(row.getLong("added"), row.getLong("gone"));
  }
}
