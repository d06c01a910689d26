package nl.banenschakel.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.http.Parameters;

/**
 * A table as CSV. A number stays a number, below zero too; a text that a spreadsheet would run as a
 * formula is made plain text with an apostrophe.
 */
public final class CsvTable {
  private static final String RUN_AS_FORMULA = "=+-@\t\r\n＝＋－＠";

  private final Flavour flavour;
  private final StringWriter text = new StringWriter();
  private final CsvWriter csv;

  /** Which programs read it without being told how. */
  public enum Flavour {
    /** A Dutch spreadsheet: semicolons, decimal commas, and the mark by which it knows UTF-8. */
    EXCEL_NL("excel-nl", ';', ',', "\uFEFF"),
    /** RFC 4180: commas and decimal points. */
    ISO("iso", ',', '.', "");

    private final String text;
    private final char separator;
    private final char decimal;
    private final String mark;

    Flavour(String text, char separator, char decimal, String mark) {
      this.text = text;
      this.separator = separator;
      this.decimal = decimal;
      this.mark = mark;
    }

    /** The query parameter {@code csv}, or else the form for a Dutch spreadsheet. */
    public static Supplier<Flavour> asked(Parameters parameters) {
      var flavour = parameters.query("csv", Flavour::parse).optional();
      return () -> flavour.get().orElse(EXCEL_NL);
    }

    private static Flavour parse(String text) {
      return Stream.of(values())
          .filter(flavour -> flavour.text.equals(text))
          .findFirst()
          .orElseThrow(() -> new Malformed("CSV_UNKNOWN", "CSV is written as excel-nl or as iso."));
    }
  }

  /** A table with these columns, and no row yet. */
  public CsvTable(Flavour flavour, String... columns) {
    this.flavour = flavour;
    // The text is a buffer already: one more would have to be emptied at the end.
    csv = CsvWriter.builder().fieldSeparator(flavour.separator).bufferSize(0).build(text);
    text.write(flavour.mark);
    csv.writeRecord(columns);
  }

  /** Adds a row of texts, numbers and days, some of which may be absent. */
  public void row(Object... cells) {
    csv.writeRecord(Stream.of(cells).map(this::cell).toList());
  }

  /** What was written since it was last taken. */
  public String take() {
    var taken = text.toString();
    text.getBuffer().setLength(0);
    return taken;
  }

  private String cell(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(this::cell).orElse("");
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString().replace('.', flavour.decimal);
    }
    return value instanceof String text ? safe(text) : String.valueOf(value);
  }

  private static String safe(String text) {
    return !text.isEmpty() && RUN_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
