package nl.banenschakel.statement.own;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Netherlands;

/** Moments that may be written without a zone: then by the clock in Amsterdam. */
final class DutchTime {
  private DutchTime() {}

  /** Of an hour that the clock has twice the first. */
  static OffsetDateTime start(String text) {
    return parse(text, false);
  }

  /** Of an hour that the clock has twice the second: what ends in it lasted longest. */
  static OffsetDateTime end(String text) {
    return parse(text, true);
  }

  private static OffsetDateTime parse(String text, boolean later) {
    var moment = read(text, later);
    var unused = Days.parse(moment.toLocalDate().toString());
    return moment;
  }

  private static OffsetDateTime read(String text, boolean later) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException withoutOffset) {
      var local = LocalDateTime.parse(text);
      var offsets = Netherlands.ZONE.getRules().getValidOffsets(local);
      if (offsets.isEmpty()) {
        throw new Malformed(
            "TIME_NOT_THERE", "The clock in Amsterdam skips this time: it is set forward then.");
      }
      return local.atOffset(offsets.get(later ? offsets.size() - 1 : 0));
    }
  }
}
