package nl.banenschakel.register.presence;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.http.Parameters;

/**
 * Over which tijdvakken presence is asked.
 *
 * @param number of the employer: the evidence under its other numbers counts too
 * @param tijdvakken of one kind, in order, 1 to {@value #TIJDVAKKEN_MAX}
 */
record PresenceQuestion(Loonheffingennummer number, List<Tijdvak> tijdvakken, KnownAt asOf) {
  /** Three years of four weeks, and one more. */
  static final int TIJDVAKKEN_MAX = 40;

  /** From a header and the query; asked for inside {@link Parameters#build} only. */
  static Supplier<PresenceQuestion> of(Parameters parameters) {
    var number = parameters.header("Loonheffingennummer", Loonheffingennummer::parse).required();
    var from = parameters.query("from", Tijdvak::parse).required();
    var until = parameters.query("until", Tijdvak::parse).optional();
    var asOf = parameters.asOf();
    return () -> new PresenceQuestion(number.get(), span(from.get(), until.get()), asOf.get());
  }

  private static List<Tijdvak> span(Tijdvak from, Optional<Tijdvak> named) {
    var until = named.orElse(from);
    if (from.isMonth() != until.isMonth()) {
      throw invalid(
          "PERIOD_KINDS_DIFFER", "Give two months or two four-week periods, not one of each.");
    }
    if (until.compareTo(from) < 0) {
      throw invalid("PERIOD_REVERSED", "The last tijdvak lies before the first one.");
    }
    var all =
        Stream.iterate(from, tijdvak -> tijdvak.compareTo(until) <= 0, Tijdvak::next)
            .limit(TIJDVAKKEN_MAX + 1L)
            .toList();
    if (all.size() > TIJDVAKKEN_MAX) {
      throw invalid("PERIOD_TOO_LONG", "Ask for at most %d tijdvakken.".formatted(TIJDVAKKEN_MAX));
    }
    return all;
  }

  private static Failure.Invalid invalid(String code, String detail) {
    return new Failure.Invalid(List.of(new Violation("query until", code, detail)));
  }
}
