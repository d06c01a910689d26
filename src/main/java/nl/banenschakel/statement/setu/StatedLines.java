package nl.banenschakel.statement.setu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.setu.SentLine.Text;

/** Reads the intervals of a time card, with every mistake in them and all that is odd. */
final class StatedLines {
  private final Reference person;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final Mistakes mistakes;
  private final List<LineDraft> lines = new ArrayList<>();
  private final List<Violation> warnings = new ArrayList<>();
  private final Set<Reference> ids = new HashSet<>();

  /** Of this person in this period. */
  StatedLines(Reference person, LocalDate firstDay, LocalDate lastDay, Mistakes mistakes) {
    this.person = person;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.mistakes = mistakes;
  }

  /** Those that could be read. */
  List<LineDraft> lines() {
    return List.copyOf(lines);
  }

  /** What is odd and taken all the same. */
  List<Violation> warnings() {
    return List.copyOf(warnings);
  }

  void add(SentLine line) {
    int before = mistakes.total();
    if (!ids.add(line.id())) {
      mistakes.add(line.at(), "LINE_REPEATED", "Another line of this time card has the same id.");
    }
    var start = read(line.start(), StatedMoment::parse);
    var end = line.end().flatMap(text -> read(text, StatedMoment::parse));
    var total = line.total().flatMap(text -> read(text, StatedHours::total));
    if (mistakes.total() > before) {
      return;
    }
    try {
      add(line, start.orElseThrow(), StatedHours.of(start.orElseThrow(), end, total));
    } catch (Malformed malformed) {
      mistakes.add(Violation.of(line.at(), malformed));
    }
  }

  private void add(SentLine line, StatedMoment start, StatedHours stated) {
    var day = line.day().apply(start.day());
    if (day.isBefore(firstDay) || day.isAfter(lastDay)) {
      warn(line, "DAY_OUTSIDE_PERIOD", "The day of this line lies outside the period of the card.");
    }
    if (stated.longerThanInterval()) {
      warn(
          line,
          "HOURS_ABOVE_INTERVAL",
          "More hours are stated than there are from start to end. The stated hours are taken.");
    }
    lines.add(
        new LineDraft(
            line.id(),
            line.at(),
            person,
            line.type(),
            day,
            stated.start(),
            stated.end(),
            stated.hours(),
            line.action()));
  }

  private <T> Optional<T> read(Text text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text.value().strip()));
    } catch (Malformed malformed) {
      mistakes.add(Violation.of(text.at(), malformed));
      return Optional.empty();
    }
  }

  private void warn(SentLine line, String code, String detail) {
    warnings.add(new Violation(line.at(), code, detail));
  }
}
