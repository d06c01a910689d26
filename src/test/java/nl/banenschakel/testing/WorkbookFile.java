package nl.banenschakel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes XLSX by hand: every part as it stands, right or wrong. */
public final class WorkbookFile {
  /** The namespace of parts. */
  public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();
  private String properties = "";

  /** One sheet of these rows; each cell is text, kept in the sheet. */
  public static WorkbookFile of(String... lines) {
    var rows = new ArrayList<String>();
    for (var line : lines) {
      var cells = new ArrayList<String>();
      for (var cell : line.split(";", -1)) {
        cells.add(cell.isEmpty() ? "" : text(cell));
      }
      rows.add(row(cells.toArray(String[]::new)));
    }
    return new WorkbookFile().sheet("Blad1", rows.toArray(String[]::new));
  }

  /** A sheet that can be seen. */
  @CanIgnoreReturnValue
  public WorkbookFile sheet(String name, String... rows) {
    return sheetIn("visible", name, rows);
  }

  /** A sheet that a spreadsheet does not show. */
  @CanIgnoreReturnValue
  public WorkbookFile hiddenSheet(String name, String... rows) {
    return sheetIn("hidden", name, rows);
  }

  private WorkbookFile sheetIn(String state, String name, String... rows) {
    sheets.add("name=\"" + name + "\" state=\"" + state + "\"");
    return part(
        "xl/worksheets/sheet" + sheets.size() + ".xml",
        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
            .formatted(MAIN, String.join("", rows)));
  }

  /** Strings kept beside the sheets. */
  @CanIgnoreReturnValue
  public WorkbookFile strings(String... texts) {
    strings.addAll(List.of(texts));
    return this;
  }

  /** Days count from 1904, as once on a Mac. */
  @CanIgnoreReturnValue
  public WorkbookFile since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** A part in the place of the usual one. */
  @CanIgnoreReturnValue
  public WorkbookFile part(String name, String xml) {
    return part(name, xml.getBytes(UTF_8));
  }

  /** A part in the place of the usual one. */
  @CanIgnoreReturnValue
  public WorkbookFile part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  /** A row; each cell is an element, or empty for none. Rows and cells have no address. */
  public static String row(String... cells) {
    var row = new StringBuilder("<row>");
    for (var cell : cells) {
      row.append(cell.isEmpty() ? "<c/>" : cell);
    }
    return row.append("</row>").toString();
  }

  /** A cell with text in it. */
  public static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /** A cell with a number in a style: 0 none, 1 a day, 2 a moment, 3 nine digits, 4 text. */
  public static String number(String number, int style) {
    return "<c s=\"" + style + "\"><v>" + number + "</v></c>";
  }

  /** A cell with the string of that number. */
  public static String shared(int number) {
    return "<c t=\"s\"><v>" + number + "</v></c>";
  }

  /** The whole file. */
  public byte[] bytes() {
    var all = new LinkedHashMap<>(usual());
    all.putAll(parts);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private Map<String, byte[]> usual() {
    var named = new StringBuilder();
    var related = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      named.append("<sheet %s sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheets.get(i - 1), i, i));
      related.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
              .formatted(i, RELATION, i));
    }
    var kept = new StringBuilder();
    strings.forEach(it -> kept.append("<si><t>").append(it).append("</t></si>"));
    var usual = new LinkedHashMap<String, String>();
    usual.put("[Content_Types].xml", contentTypes());
    usual.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
            .formatted(MAIN, RELATION, properties, named));
    usual.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
            .formatted(related));
    usual.put("xl/styles.xml", styles());
    usual.put("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(MAIN, kept));
    var bytes = new LinkedHashMap<String, byte[]>();
    usual.forEach((name, xml) -> bytes.put(name, xml.getBytes(UTF_8)));
    return bytes;
  }

  private static String contentTypes() {
    var part = "<Override PartName=\"/xl/%s.xml\" ContentType=\"" + TYPES + ".%s+xml\"/>";
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + part.formatted("workbook", "sheet.main")
        + part.formatted("styles", "styles")
        + part.formatted("sharedStrings", "sharedStrings")
        + "</Types>";
  }

  private static String styles() {
    return "<styleSheet xmlns=\""
        + MAIN
        + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy;@\"/>"
        + "<numFmt numFmtId=\"165\" formatCode=\"000000000\"/></numFmts><cellXfs>"
        + "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/>"
        + "<xf numFmtId=\"165\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>";
  }
}
