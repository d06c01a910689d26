package nl.banenschakel.statement.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.stream.table.TableDay;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Purchase;
import nl.banenschakel.statement.sent.Reference;

/** Reads the cells of a file with statements, as spreadsheets and packages write them. */
final class StatementCell {
  /** A name that somebody has for a thing; none may hold a BSN. */
  static final Function<String, String> TEXT = Fields.text(Reference.VALUE_MAX);

  private static final Pattern HOURS = Pattern.compile("\\d{1,4}(?:[.,]\\d{1,2})?");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,2})?)[ \\u00A0]?%?");

  private StatementCell() {}

  /** A day from 2013 on. */
  static LocalDate day(String cell) {
    return Days.parse(TableDay.parse(cell).toString());
  }

  /** A thousand separator is refused: it looks like a decimal one. */
  static WorkedHours hours(String cell) {
    if (!HOURS.matcher(cell).matches()) {
      throw new Malformed(
          "HOURS_FORM", "Expected worked hours such as 36 or 12,75: two decimals at most.");
    }
    return LineDraft.hours(number(cell));
  }

  /** A percentage; a part of one is refused, which may have been meant as a part of the whole. */
  static BigDecimal labourShare(String cell) {
    var match = SHARE.matcher(cell);
    if (!match.matches()) {
      throw new Malformed("LABOUR_SHARE_RANGE", "Expected a percentage such as 62,5.");
    }
    var share = number(match.group(1));
    if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0) {
      throw new Malformed(
          "LABOUR_SHARE_RANGE", "Expected a percentage such as 62,5: this is less than one.");
    }
    return Purchase.labourShare(share);
  }

  /** The id of a statement. */
  static UUID id(String cell) {
    try {
      return UUID.fromString(cell);
    } catch (IllegalArgumentException otherForm) {
      throw new Malformed("VALUE_FORM", "Expected the id of a statement, as its receipt has it.");
    }
  }

  private static BigDecimal number(String cell) {
    return new BigDecimal(cell.replace(',', '.'));
  }
}
