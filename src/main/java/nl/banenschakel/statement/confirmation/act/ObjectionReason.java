package nl.banenschakel.statement.confirmation.act;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.banenschakel.kernel.Malformed;

/** Why a receiver does not agree to a line at all: a closed list, so that it can be counted. */
public enum ObjectionReason {
  /** Nobody worked these hours here. */
  NOT_WORKED,
  /** They are stated already, in another line or statement. */
  STATED_TWICE,
  /** They were worked on other days. */
  OTHER_DAYS,
  /** They belong to another assignment or order. */
  OTHER_ASSIGNMENT,
  /** They were not ordered. */
  NOT_ORDERED,
  /** They were worked for somebody else. */
  OTHER_ORGANISATION,
  /** Something else, which the note tells. */
  OTHER;

  static ObjectionReason parse(String text) {
    return Arrays.stream(values())
        .filter(reason -> reason.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    "REASON_UNKNOWN",
                    Arrays.stream(values())
                        .map(ObjectionReason::text)
                        .collect(Collectors.joining(", ", "Expected one of: ", "."))));
  }

  /** As the contract writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
