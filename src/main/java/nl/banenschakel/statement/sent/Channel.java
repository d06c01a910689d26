package nl.banenschakel.statement.sent;

import java.util.Locale;

/** In which form a statement came. */
public enum Channel {
  /** Our own JSON. */
  JSON,
  /** SETU 2.0, in JSON or XML. */
  SETU_2,
  /** SETU 1.3 or 1.4, in XML. */
  SETU_1,
  /** A CSV file or workbook. */
  FILE,
  /** A form behind a link. */
  FORM;

  /** As the contract writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
