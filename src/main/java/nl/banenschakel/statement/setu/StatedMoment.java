package nl.banenschakel.statement.setu;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Netherlands;

/**
 * A moment as a time card has it: by the clock of the Netherlands, since SETU's times have no zone.
 * In the night that the clock is put back an hour is there twice, and the card does not say which
 * of the two it means.
 *
 * @param earliest that it can be; empty when the card gives a day only
 * @param latest the same moment but in that night
 */
record StatedMoment(
    LocalDate day, Optional<OffsetDateTime> earliest, Optional<OffsetDateTime> latest) {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalEnd()
          .optionalStart()
          .appendOffsetId()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern OF_HR_XML =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?");

  /** XML Schema's end of a day, which Java has not. */
  private static final Pattern MIDNIGHT = Pattern.compile("T24:00(:00(\\.0+)?)?");

  /**
   * Reads a day or a moment, with or without an offset.
   *
   * @throws Malformed when it has another form or is in no calendar
   */
  static StatedMoment parse(String text) {
    boolean nextDay = MIDNIGHT.matcher(text).find();
    try {
      var read = FORM.parse(MIDNIGHT.matcher(text).replaceFirst("T00:00"));
      var moment = of(read, nextDay ? 1 : 0);
      var unused = Days.parse(moment.day.toString());
      return moment;
    } catch (DateTimeException unreadable) {
      throw unreadable();
    }
  }

  /**
   * Holds a text against what HR-XML calls any date or time.
   *
   * @throws Malformed when it is none
   */
  static void requireOfHrXml(String text) {
    if (!OF_HR_XML.matcher(text).matches()) {
      throw unreadable();
    }
    var unused = parse(text);
  }

  private static Malformed unreadable() {
    return new Malformed(
        "DATE_TIME_FORM", "Expected a moment such as 2026-02-12T09:30:00, or a day.");
  }

  private static StatedMoment of(TemporalAccessor read, int daysLater) {
    if (!read.isSupported(ChronoField.HOUR_OF_DAY)) {
      return new StatedMoment(LocalDate.from(read), Optional.empty(), Optional.empty());
    }
    if (read.isSupported(ChronoField.OFFSET_SECONDS)) {
      var fixed =
          OffsetDateTime.from(read)
              .plusDays(daysLater)
              .atZoneSameInstant(Netherlands.ZONE)
              .toOffsetDateTime();
      return new StatedMoment(fixed.toLocalDate(), Optional.of(fixed), Optional.of(fixed));
    }
    var zoned = ZonedDateTime.of(LocalDateTime.from(read).plusDays(daysLater), Netherlands.ZONE);
    return new StatedMoment(
        zoned.toLocalDate(),
        Optional.of(zoned.withEarlierOffsetAtOverlap().toOffsetDateTime()),
        Optional.of(zoned.withLaterOffsetAtOverlap().toOffsetDateTime()));
  }
}
