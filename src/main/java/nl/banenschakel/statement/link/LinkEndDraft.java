package nl.banenschakel.statement.link;

import java.time.LocalDate;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.platform.json.Fields;

/**
 * Until when a link holds.
 *
 * @param lastDay inclusive
 * @param reason 1 to 500 characters
 */
record LinkEndDraft(LocalDate lastDay, String reason) {
  private static final int REASON_MAX = 500;

  /** Reads a body, or fails with every mistake. */
  static LinkEndDraft parse(Fields in) {
    var lastDay = in.required("lastDay", Days::parse);
    var reason = in.required("reason", Fields.text(REASON_MAX));
    return in.build(() -> new LinkEndDraft(lastDay.get(), reason.get()));
  }
}
