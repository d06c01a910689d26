package nl.banenschakel.statement.assignment;

import java.time.LocalDate;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.platform.json.Fields;

/**
 * Until when an assignment lasts.
 *
 * @param lastDay inclusive
 */
record EndDraft(LocalDate lastDay) {
  /** Reads a body, or fails with every mistake. */
  static EndDraft parse(Fields in) {
    var lastDay = in.required("lastDay", Days::parse);
    return in.build(() -> new EndDraft(lastDay.get()));
  }
}
