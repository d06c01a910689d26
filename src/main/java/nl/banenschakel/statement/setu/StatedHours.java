package nl.banenschakel.statement.setu;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.WorkedHours;

/**
 * How long somebody worked, as a time card states it: its total where there is one, since that
 * knows of breaks; else the time from start to end.
 *
 * @param longerThanInterval whether more hours are stated than the interval has
 */
record StatedHours(
    Optional<OffsetDateTime> start,
    Optional<OffsetDateTime> end,
    WorkedHours hours,
    boolean longerThanInterval) {
  private static final Pattern TOTAL = Pattern.compile("\\d{1,4}(\\.\\d{0,9})?|\\.\\d{1,9}");
  private static final Pattern BELOW_ZERO = Pattern.compile("-\\s*\\d.*");
  private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3_600);
  private static final int DECIMALS = 2;

  /** A stretch of time that an interval may mean. */
  private record Span(OffsetDateTime start, OffsetDateTime end) {
    Duration length() {
      return Duration.between(start, end);
    }
  }

  /**
   * The hours of an interval.
   *
   * @throws Malformed when there is neither a total nor an end, or an end before the start
   */
  static StatedHours of(
      StatedMoment start, Optional<StatedMoment> end, Optional<WorkedHours> total) {
    var spans = end.map(it -> spans(start, it)).orElse(List.of());
    if (spans.isEmpty()) {
      return new StatedHours(start.earliest(), Optional.empty(), required(total), false);
    }
    // Of an hour that is there twice the shorter reading: nothing is stated that was not worked.
    var shortest =
        spans.stream()
            .filter(span -> !span.length().isNegative())
            .min(Comparator.comparing(Span::length))
            .orElseThrow(
                () -> new Malformed("DATE_ORDER", "The end lies before the start: mend one."));
    var longest = spans.stream().map(Span::length).max(Comparator.naturalOrder()).orElseThrow();
    var hours = total.orElseGet(() -> hours(shortest.length()));
    return new StatedHours(
        Optional.of(shortest.start()),
        Optional.of(shortest.end()),
        hours,
        hours.compareTo(hours(longest)) > 0);
  }

  /**
   * Reads a number of hours: 0 or more, at most two decimals that count.
   *
   * @throws Malformed when it is none
   */
  static WorkedHours total(String text) {
    if (BELOW_ZERO.matcher(text).matches()) {
      throw new Malformed(
          "HOURS_RANGE",
          "Hours are 0 or more: a correction states all hours anew, and no difference.");
    }
    if (!TOTAL.matcher(text).matches()) {
      throw new Malformed("HOURS_FORM", "Expected hours such as 8.00, at most 9999.99.");
    }
    return WorkedHours.total(new BigDecimal(text));
  }

  private static WorkedHours required(Optional<WorkedHours> total) {
    return total.orElseThrow(
        () ->
            new Malformed(
                "HOURS_REQUIRED",
                "State the total of the hours, or a start and an end with a time."));
  }

  private static List<Span> spans(StatedMoment start, StatedMoment end) {
    return Stream.of(start.earliest(), start.latest())
        .flatMap(Optional::stream)
        .flatMap(
            from ->
                Stream.of(end.earliest(), end.latest())
                    .flatMap(Optional::stream)
                    .map(until -> new Span(from, until)))
        .toList();
  }

  private static WorkedHours hours(Duration length) {
    return WorkedHours.total(
        BigDecimal.valueOf(length.toSeconds())
            .divide(SECONDS_AN_HOUR, DECIMALS, RoundingMode.HALF_UP));
  }
}
