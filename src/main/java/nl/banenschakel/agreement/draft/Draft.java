package nl.banenschakel.agreement.draft;

import java.time.OffsetDateTime;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.Content;

/**
 * The next version of an agreement, as its maker has it now.
 *
 * @param agreement which it is of
 * @param revision from 1; one more with every change, and with the first of a later version
 */
public record Draft(
    Agreement agreement,
    int revision,
    Content content,
    OffsetDateTime changedAt,
    String changedBy) {

  /** Another one for every revision, as the header {@code ETag} has it. */
  String tag() {
    return "\"" + revision + "\"";
  }
}
