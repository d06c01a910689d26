package nl.banenschakel.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that mean harm, small on their way and big or endless for who takes them as they come. */
public final class HostileFiles {
  private static final String ENTITY =
      "<!DOCTYPE x [<!ENTITY xxe SYSTEM \"file:///etc/hostname\">]>";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private HostileFiles() {}

  /** Document types, entities and depth, by what they are; with the code that refuses each. */
  public static Map<String, String> documents() {
    var all = new LinkedHashMap<String, String>();
    all.put("DOCTYPE_NOT_ALLOWED an external entity", ENTITY + "<x>&xxe;</x>");
    all.put(
        "DOCTYPE_NOT_ALLOWED an external document type",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><x/>");
    all.put("DOCTYPE_NOT_ALLOWED a billion laughs", billionLaughs() + "<x>&l9;</x>");
    all.put("XML_MALFORMED an entity without a document type", "<x>&l9;</x>");
    all.put("XML_TOO_DEEP elements in elements", "<x>".repeat(100_000) + "</x>".repeat(100_000));
    all.put(
        "XML_NAMES_TOO_MANY ever other names",
        IntStream.range(0, 50_000).mapToObj(i -> "<n" + i + "/>").collect(inside()));
    all.put("TEXT_TOO_LONG a text without an end", "<x>" + "a".repeat(1_000_000) + "</x>");
    return all;
  }

  /** Workbooks, by the code that refuses each and what they are. */
  public static Map<String, byte[]> workbooks() {
    var all = new LinkedHashMap<String, byte[]>();
    documents()
        .forEach(
            (document, xml) -> {
              // A cell is too long long before a text is.
              var name = document.replace("TEXT_TOO_LONG", "XLSX_TOO_BIG");
              all.put(name + " in the sheet", sheet(xml).bytes());
              all.put(name + " in the strings", one().part("xl/sharedStrings.xml", xml).bytes());
            });
    all.putAll(packages());
    all.putAll(cells());
    return all;
  }

  private static Map<String, byte[]> packages() {
    var random = new Random(1);
    var noise = new byte[2_000];
    random.nextBytes(noise);
    var all = new LinkedHashMap<String, byte[]>();
    all.put("XLSX_TOO_BIG a bomb in the sheet", sheet("<x>" + " ".repeat(60_000_000)).bytes());
    all.put(
        "XLSX_TOO_BIG a bomb in a part that is not read",
        one().part("xl/media/image1.png", new byte[60_000_000]).bytes());
    all.put("XLSX_TOO_BIG an archive in the archive", one().part("a.bin", one().bytes()).bytes());
    all.put("XLSX_TOO_BIG too many entries", many(1_200).bytes());
    all.put("XLSX_UNREADABLE two entries over the same bytes", overlapping(one().bytes()));
    all.put("XLSX_UNREADABLE a size that is too small", lying(one().bytes(), 1));
    all.put("XLSX_UNREADABLE a size that is too big", lying(one().bytes(), 1_000_000_000));
    all.put("XLSX_PASSWORD an entry with a password", encrypted(one().bytes()));
    all.put("FILE_NOT_WORKBOOK noise", noise);
    all.put("XLSX_UNREADABLE no directory", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    return all;
  }

  /** What a reader makes room for, or does again and again. */
  private static Map<String, byte[]> cells() {
    var all = new LinkedHashMap<String, byte[]>();
    all.put("XLSX_TOO_BIG a cell far to the right", row("<c r=\"ZZZZZZ1\"><v>1</v></c>"));
    all.put("XLSX_UNREADABLE a string that is not there", row("<c t=\"s\"><v>2000000000</v></c>"));
    all.put("XLSX_UNREADABLE a number before the first string", row("<c t=\"s\"><v>-1</v></c>"));
    all.put(
        "XLSX_UNREADABLE a number of many digits", row("<c><v>" + "9".repeat(60_000) + "</v></c>"));
    all.put(
        "XLSX_TOO_BIG a formula for very many cells",
        row(
            "<c><f t=\"shared\" si=\"0\" ref=\"A1:A9\">"
                + "A1+".repeat(15_000)
                + "1</f></c>"
                + "<c><f t=\"shared\" si=\"0\"/><v>1</v></c>".repeat(12_000)));
    all.put(
        "XLSX_TOO_BIG very many array formulas",
        row("<c><f t=\"array\" ref=\"A1:A9\">1</f><v>1</v></c>".repeat(200)));
    all.put(
        "XLSX_UNREADABLE a formula that shares nothing", row("<c><f t=\"shared\" si=\"7\"/></c>"));
    all.put("XLSX_UNREADABLE a kind of cell that is none", row("<c t=\"x\"><v>1</v></c>"));
    return all;
  }

  private static WorkbookFile one() {
    return WorkbookFile.of("BSN", "999990019");
  }

  private static WorkbookFile sheet(String xml) {
    return one().part(SHEET, xml);
  }

  private static byte[] row(String cells) {
    return new WorkbookFile().sheet("Blad1", "<row>" + cells + "</row>").bytes();
  }

  private static WorkbookFile many(int entries) {
    var file = one();
    for (int i = 0; i < entries; i++) {
      file.part("x/" + i, "x");
    }
    return file;
  }

  /** The second header of the directory tells of the first entry's bytes again. */
  private static byte[] overlapping(byte[] zip) {
    int first = directory(zip, 1);
    int second = directory(zip, 2);
    var file = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(second + 42, file.getInt(first + 42));
    return zip;
  }

  private static byte[] lying(byte[] zip, int size) {
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(directory(zip, 1) + 24, size);
    return zip;
  }

  private static byte[] encrypted(byte[] zip) {
    zip[directory(zip, 1) + 8] |= 1;
    return zip;
  }

  /** Where the header of the n-th entry is in the directory. */
  private static int directory(byte[] zip, int n) {
    var text = new String(zip, ISO_8859_1);
    int at = -1;
    for (int i = 0; i < n; i++) {
      at = text.indexOf("PK\1\2", at + 1);
    }
    return at;
  }

  private static String billionLaughs() {
    var entities = new StringBuilder("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      entities.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    return "<!DOCTYPE x [" + entities + "]>";
  }

  private static java.util.stream.Collector<CharSequence, ?, String> inside() {
    return Collectors.joining("", "<x>", "</x>");
  }

  /** As bytes. */
  public static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
