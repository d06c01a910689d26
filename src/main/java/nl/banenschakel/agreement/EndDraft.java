package nl.banenschakel.agreement;

import java.time.LocalDate;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.platform.json.Fields;

/**
 * Until when an agreement lasts.
 *
 * @param lastDay inclusive
 * @param reason 1 to 500 characters; the other one reads it
 */
record EndDraft(LocalDate lastDay, String reason) {
  static final int REASON_MAX = 500;

  /** Reads a body, or fails with every mistake. */
  static EndDraft parse(Fields in) {
    var lastDay = in.required("lastDay", Days::parse);
    var reason = in.required("reason", Fields.text(REASON_MAX));
    return in.build(() -> new EndDraft(lastDay.get(), reason.get()));
  }
}
