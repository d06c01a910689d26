package nl.banenschakel.register.fetch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.json.Fields;

/**
 * A schedule as it is to be.
 *
 * @param isActive whether anything is fetched; yes unless it says no
 * @param every a day to a year; a month unless it says otherwise
 * @param startAt of the first fetch; empty: now
 */
record ScheduleDraft(boolean isActive, Period every, Optional<Instant> startAt) {
  /**
   * 1 to 12 months, 1 to 52 weeks, 1 to 366 days: of one kind, so that it is plain what follows.
   */
  private static final Pattern PERIOD =
      Pattern.compile(
          "P([1-9]|1[0-2])M|P([1-9]|[1-4]\\d|5[0-2])W|P([1-9]\\d?|[12]\\d\\d|3([0-5]\\d|6[0-6]))D");

  private static final int YEAR_MIN = 2013;
  private static final int YEAR_MAX = 2099;

  /** Reads a body, or fails with every mistake. */
  static ScheduleDraft parse(Fields in) {
    var active = in.flag("active");
    var every = in.optional("every", ScheduleDraft::period);
    var startAt = in.optional("startAt", ScheduleDraft::moment);
    return in.build(
        () ->
            new ScheduleDraft(
                active.optional().orElse(true),
                every.optional().orElse(Schedule.MONTHLY),
                startAt.optional()));
  }

  private static Period period(String text) {
    if (!PERIOD.matcher(text).matches()) {
      throw new Malformed(
          "PERIOD_RANGE", "Expected days, weeks or months, up to a year: P1M, P2W or P1D.");
    }
    return Period.parse(text);
  }

  private static Instant moment(String text) {
    var moment = OffsetDateTime.parse(text);
    if (moment.getYear() < YEAR_MIN || moment.getYear() > YEAR_MAX) {
      throw new Malformed(
          "DATE_YEAR", "Expected a year from %d to %d.".formatted(YEAR_MIN, YEAR_MAX));
    }
    return moment.toInstant();
  }
}
