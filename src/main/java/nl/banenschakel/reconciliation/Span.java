package nl.banenschakel.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.Tijdvakken;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/**
 * The tijdvakken of a run: from the first to the last, with those between them for which no return
 * is there. A correction of an earlier tijdvak does not widen it; loose corrections alone use their
 * own.
 *
 * @param tijdvakken in order, at least one
 */
record Span(List<Tijdvak> tijdvakken) {
  /** Two years of months and a correction: more is more than one question. */
  static final int TIJDVAKKEN_MAX = 40;

  /** The code of the failure that there is nothing to compare with yet. */
  static final String NOTHING_RETURNED = "NOTHING_RETURNED";

  /** A tijdvak for which something was returned; regular: by more than a loose correction. */
  record Returned(Tijdvak tijdvak, boolean regular) {}

  static Span of(RunDraft draft, List<Returned> returned) {
    var all = all(draft, returned);
    requireSize(all);
    return new Span(all);
  }

  /**
   * For a run that nobody waits for, who could name a shorter span: where more is returned than
   * fits in a run, the latest calendar years of it that do.
   */
  static Span latest(RunDraft draft, List<Returned> returned) {
    var years = returned.stream().map(Span::year).distinct().sorted().toList();
    for (int first : years) {
      var recent = returned.stream().filter(it -> year(it) >= first).toList();
      if (all(draft, recent).size() <= TIJDVAKKEN_MAX) {
        return of(draft, recent);
      }
    }
    return of(draft, returned);
  }

  private static int year(Returned returned) {
    return returned.tijdvak().end().getYear();
  }

  private static List<Tijdvak> all(RunDraft draft, List<Returned> returned) {
    var named = new TreeSet<Tijdvak>();
    draft.from().ifPresent(named::add);
    draft.until().ifPresent(named::add);
    requireOrder(draft);
    basis(returned).filter(tijdvak -> isInside(draft, tijdvak)).forEach(named::add);
    return Tijdvakken.filled(named);
  }

  LocalDate from() {
    return tijdvakken.get(0).start();
  }

  LocalDate until() {
    return tijdvakken.stream().map(Tijdvak::end).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Stream<Tijdvak> basis(List<Returned> returned) {
    boolean anyRegular = returned.stream().anyMatch(Returned::regular);
    return returned.stream().filter(it -> it.regular() || !anyRegular).map(Returned::tijdvak);
  }

  private static boolean isInside(RunDraft draft, Tijdvak tijdvak) {
    return draft.from().stream().noneMatch(from -> tijdvak.start().isBefore(from.start()))
        && draft.until().stream().noneMatch(until -> tijdvak.end().isAfter(until.end()));
  }

  private static void requireOrder(RunDraft draft) {
    if (draft.from().isPresent()
        && draft.until().stream().anyMatch(u -> u.end().isBefore(draft.from().get().start()))) {
      throw invalid("/until", "PERIOD_REVERSED", "The last tijdvak lies before the first one.");
    }
  }

  private static void requireSize(List<Tijdvak> all) {
    if (all.isEmpty()) {
      throw new Failure.Conflict(
          NOTHING_RETURNED,
          "No wage return of this loonheffingennummer is there for this period: deliver one first.");
    }
    if (all.size() > TIJDVAKKEN_MAX) {
      throw invalid(
          "/from",
          "PERIOD_TOO_LONG",
          "A run takes at most %d tijdvakken: give from and until.".formatted(TIJDVAKKEN_MAX));
    }
  }

  private static Failure.Invalid invalid(String at, String code, String detail) {
    return new Failure.Invalid(List.of(new Violation(at, code, detail)));
  }
}
