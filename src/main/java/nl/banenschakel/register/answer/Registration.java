package nl.banenschakel.register.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.kernel.Malformed;

/**
 * What the register answered about somebody.
 *
 * @param isIn on the peildatum
 * @param from first day of the registered period, where it was told
 * @param until last day of it, where it was told
 * @param signedOutOn the day on which the person asked to leave, where it was told: unless the
 *     period ends on another day the registration counts to the end of that year (DOMAIN 3.4)
 */
record Registration(
    boolean isIn,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<LocalDate> signedOutOn) {
  private static final Set<String> IN = Set.of("in", "ja", "j", "yes", "y", "true", "waar");
  private static final Set<String> OUT = Set.of("out", "uit", "nee", "n", "no", "false", "onwaar");

  /** A day that cannot be so, by the name of its member. */
  record Mistake(String member, String code, String detail) {}

  /**
   * Reads in or out, in Dutch or English.
   *
   * @throws Malformed when it is neither
   */
  static boolean parseIn(String text) {
    var answer = text.toLowerCase(Locale.ROOT);
    if (!IN.contains(answer) && !OUT.contains(answer)) {
      throw new Malformed("ANSWER_FORM", "Expected in or uit (also out, ja, nee).");
    }
    return IN.contains(answer);
  }

  /** As it is answered. */
  String text() {
    return isIn ? "in" : "out";
  }

  /** What cannot have been answered on this day. */
  List<Mistake> mistakes(LocalDate peildatum) {
    var mistakes = new ArrayList<Mistake>();
    from.ifPresent(day -> requireYear("from", day, peildatum, mistakes));
    until.ifPresent(day -> requireYear("until", day, peildatum, mistakes));
    signedOutOn.ifPresent(day -> requireYear("signedOutOn", day, peildatum, mistakes));
    if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
      mistakes.add(new Mistake("until", "DATE_ORDER", "The period ends before it begins."));
    }
    if (from.filter(peildatum::isBefore).isPresent()) {
      mistakes.add(contradicts("from", "The period begins after the peildatum: not known yet."));
    }
    if (signedOutOn.filter(peildatum::isBefore).isPresent()) {
      mistakes.add(contradicts("signedOutOn", "Signed out after the peildatum: not known yet."));
    }
    if (isIn && until.filter(peildatum::isAfter).isPresent()) {
      mistakes.add(
          contradicts("until", "In, and the period ended before the peildatum: answer uit."));
    }
    if (!isIn && until.filter(day -> !day.isBefore(peildatum)).isPresent()) {
      mistakes.add(
          contradicts("until", "Out, and the period runs to the peildatum or beyond: answer in."));
    }
    if (!isIn && from.isPresent() && until.isEmpty()) {
      mistakes.add(
          contradicts("until", "Out, and the period has no end: give its last day, or no period."));
    }
    return mistakes;
  }

  /** The register tells of this calendar year and the last one (Wfsv 38d, paragraph 7 under b). */
  private static void requireYear(
      String member, LocalDate day, LocalDate peildatum, List<Mistake> mistakes) {
    int year = peildatum.getYear();
    if (day.getYear() != year && day.getYear() != year - 1) {
      mistakes.add(
          new Mistake(
              member,
              "PERIOD_YEARS",
              "The register tells of the calendar year of the peildatum and the one before it."));
    }
  }

  private static Mistake contradicts(String member, String detail) {
    return new Mistake(member, "ANSWER_CONTRADICTS", detail);
  }
}
