package nl.banenschakel.kernel;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Sets of tijdvakken. */
public final class Tijdvakken {
  private Tijdvakken() {}

  /**
   * From the first to the last of each kind, with those between them that were not named. Four
   * weeks with the days of a month stand under that month, as their return does.
   *
   * @return in the order of the calendar
   */
  public static List<Tijdvak> filled(Collection<Tijdvak> named) {
    var all = new TreeSet<Tijdvak>(filled(named.stream().filter(Tijdvak::isMonth)));
    if (named.stream().anyMatch(tijdvak -> !tijdvak.isMonth())) {
      all.addAll(filled(named.stream().flatMap(tijdvak -> tijdvak.inFourWeeks().stream())));
    }
    return List.copyOf(all);
  }

  private static List<Tijdvak> filled(Stream<Tijdvak> ofKind) {
    var named = ofKind.sorted().toList();
    if (named.isEmpty()) {
      return List.of();
    }
    var last = named.get(named.size() - 1);
    return Stream.iterate(named.get(0), t -> t.compareTo(last) <= 0, Tijdvak::next)
        .map(Tijdvak::ofItsDays)
        .toList();
  }
}
