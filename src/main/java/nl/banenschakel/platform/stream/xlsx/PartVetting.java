package nl.banenschakel.platform.stream.xlsx;

import java.util.HashMap;
import java.util.Map;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.xml.XmlFeed;

/**
 * Goes through one part of a workbook before the reader does. The XML feed holds depth, names and
 * lengths; here is what else could make the reader take memory or time out of proportion: it makes
 * room for a cell by its address and for a string by its number, keeps every string, style and
 * shared formula, and works a formula out again for each cell that shares it. Elements are known by
 * name alone, whatever the part says it is: so does the reader.
 */
final class PartVetting implements XmlFeed.Events {
  static final int COLUMNS_MAX = 1_024;
  static final int CELL_CHARS_MAX = 100_000;
  static final int STRINGS_MAX = 1_000_000;
  static final long STRING_CHARS_MAX = 16L * 1024 * 1024;
  static final int STYLES_MAX = 200_000;
  static final int ARRAY_FORMULAS_MAX = 100;
  static final int SHARED_FORMULAS_MAX = 10_000;

  /** Characters of shared formulas, each as often as a cell shares it. */
  static final long FORMULA_CHARS_MAX = 500_000_000;

  private static final int NUMBER_CHARS_MAX = 40;
  private static final String STRICT = "http://purl.oclc.org/ooxml/";

  private final Totals totals;
  private final Mistakes mistakes = new Mistakes();
  private final XmlFeed xml = new XmlFeed(this, mistakes);
  private final Map<String, Integer> sharedFormulas = new HashMap<>();
  private final StringBuilder value = new StringBuilder();
  private boolean inValue;
  private boolean hasStrings;
  private String cellType = "";
  private String sharedFormula = "";
  private int cellChars;
  private int arrayFormulas;
  private long formulaChars;

  /** What is counted over all parts of one workbook. */
  static final class Totals {
    private int strings;
    private long stringChars;
    private int styles;
    private long stringNumberMax = -1;

    /** The reader would look on for a string that is not there. */
    void requireKnownStrings() {
      if (stringNumberMax >= strings) {
        throw WorkbookPackage.broken();
      }
    }
  }

  PartVetting(Totals totals) {
    this.totals = totals;
  }

  void feed(byte[] piece) {
    xml.feed(piece);
    requireNoMistake();
  }

  void end() {
    xml.end();
    requireNoMistake();
  }

  @Override
  public boolean opened(String namespace, String name) {
    if (namespace.startsWith(STRICT)) {
      throw new Malformed(
          "XLSX_STRICT",
          "This workbook is of the strict form: save it as Excel-werkmap (.xlsx), not as Strict.");
    }
    if (inValue) {
      throw WorkbookPackage.broken(); // A value is plain text; the reader would join all of it.
    }
    switch (name) {
      case "c" -> cell();
      case "v" -> inValue = !cellType.equals("str");
      case "f" -> formula();
      case "si" -> string();
      case "xf", "numFmt", "Override", "Relationship", "sheet" ->
          require(++totals.styles <= STYLES_MAX, "too many styles or parts");
      default -> {}
    }
    return true;
  }

  @Override
  public boolean wantsText() {
    return true;
  }

  @Override
  public void text(char[] chars, int from, int count) {
    cellChars += count;
    require(cellChars <= CELL_CHARS_MAX, "a cell with over 100,000 characters");
    if (hasStrings) {
      totals.stringChars += count;
      require(totals.stringChars <= STRING_CHARS_MAX, "too much text");
    }
    if (inValue) {
      value.append(chars, from, count);
      if (value.length() > NUMBER_CHARS_MAX) {
        throw WorkbookPackage.broken();
      }
    }
  }

  @Override
  public void closed() {
    if (inValue && cellType.equals("s") && !value.isEmpty()) {
      totals.stringNumberMax = Math.max(totals.stringNumberMax, number(value.toString()));
    }
    if (!sharedFormula.isEmpty()) {
      sharedFormulas.put(sharedFormula, cellChars);
      require(sharedFormulas.size() <= SHARED_FORMULAS_MAX, "too many formulas");
    }
    inValue = false;
    sharedFormula = "";
    value.setLength(0);
  }

  private void cell() {
    cellChars = 0;
    cellType = xml.attribute("t").orElse("n");
    xml.attribute("r").ifPresent(PartVetting::requireNear);
  }

  private void string() {
    cellChars = 0;
    hasStrings = true;
    require(
        ++totals.strings <= STRINGS_MAX, "more than %,d different texts".formatted(STRINGS_MAX));
  }

  private void formula() {
    var shared = xml.attribute("si").orElse("");
    switch (xml.attribute("t").orElse("")) {
      case "array" -> require(++arrayFormulas <= ARRAY_FORMULAS_MAX, "too many array formulas");
      case "shared" -> {
        if (xml.attribute("ref").isPresent()) {
          sharedFormula = shared;
        } else {
          formulaChars += sharedFormulas.getOrDefault(shared, 0);
          require(formulaChars <= FORMULA_CHARS_MAX, "too many formulas");
        }
      }
      default -> {}
    }
  }

  /** The address of a cell, such as AB12. */
  private static void requireNear(String address) {
    int column = 0;
    for (int i = 0; i < address.length() && isLetter(address.charAt(i)); i++) {
      column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
      require(column <= COLUMNS_MAX, "more than %,d columns".formatted(COLUMNS_MAX));
    }
    if (column == 0) {
      throw WorkbookPackage.broken();
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException noNumber) {
      throw WorkbookPackage.broken();
    }
  }

  private static void require(boolean within, String what) {
    if (!within) {
      throw WorkbookPackage.tooBig(what);
    }
  }

  private void requireNoMistake() {
    for (var mistake : mistakes.kept()) {
      throw new Malformed(mistake.code(), mistake.detail());
    }
  }
}
