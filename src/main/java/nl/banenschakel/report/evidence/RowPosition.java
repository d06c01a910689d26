package nl.banenschakel.report.evidence;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.report.PersonRows;

/**
 * How far somebody has read the relationships of a run: they are in the order of their tijdvak, of
 * whom they are about, and of their number.
 */
public record RowPosition(String tijdvak, UUID subject, int numIv) {
  static final RowPosition FIRST = new RowPosition("", new UUID(0, 0), -1);

  private static final Pattern TOKEN =
      Pattern.compile("(\\d{4}-[MP]\\d{2})_([0-9a-f-]{36})_(\\d{1,9})");

  /**
   * Reads what an earlier page gave.
   *
   * @throws Malformed when it is something else
   */
  public static RowPosition parse(String text) {
    Matcher token = TOKEN.matcher(text);
    if (!token.matches()) {
      throw new Malformed("AFTER_FORM", "Expected the next of an earlier page, as it was.");
    }
    return new RowPosition(
        Tijdvak.parse(token.group(1)).code(),
        UUID.fromString(token.group(2)),
        Integer.parseInt(token.group(3)));
  }

  static RowPosition of(PersonRows.Relationship last) {
    return new RowPosition(last.tijdvak(), last.subject(), last.numIv());
  }

  /** What {@link #parse} reads again. */
  public String token() {
    return "%s_%s_%d".formatted(tijdvak, subject, numIv);
  }
}
