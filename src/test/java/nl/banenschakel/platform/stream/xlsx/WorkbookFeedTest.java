package nl.banenschakel.platform.stream.xlsx;

import static nl.banenschakel.testing.WorkbookFile.number;
import static nl.banenschakel.testing.WorkbookFile.row;
import static nl.banenschakel.testing.WorkbookFile.shared;
import static nl.banenschakel.testing.WorkbookFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.TableRow;
import nl.banenschakel.testing.WorkbookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookFeedTest {

  /** Rows as {@code number:cell|cell}, and mistakes as place and code. */
  private record Read(List<String> rows, List<String> mistakes) {}

  @Test
  void rows_have_the_numbers_that_the_spreadsheet_shows() {
    var file =
        new WorkbookFile()
            .sheet(
                "Blad1",
                "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t> b </t></is></c></row>",
                "<row r=\"3\"/><row r=\"7\" hidden=\"1\"><c r=\"A7\"><v>1</v></c></row>");

    assertThat(read(file).rows()).containsExactly("2:|b", "7:1");
  }

  @Test
  void rows_and_cells_without_an_address_are_counted() {
    var file = new WorkbookFile().sheet("Blad1", row(text("a")), row(), row("", text("b")));

    assertThat(read(file).rows()).containsExactly("1:a", "3:|b");
  }

  @ParameterizedTest
  @CsvSource({
    "44197, 0, 44197",
    "44197, 1, 2021-01-01",
    "44197, 2, 2021-01-01",
    "44197.5625, 2, 2021-01-01T13:30",
    "1, 1, 1900-01-01",
    "59, 1, 1900-02-28",
    "61, 1, 1900-03-01",
    "45292.99999999999, 1, 2024-01-02",
    "-1, 1, -1",
    "1E300, 1, 1000000000000000052504760255204420248704468581108159154915854115111802457988908195786371375080447854045104",
    "9.99972091E8, 0, 999972091",
    "36.799999999999997, 0, 36.8",
    "0.1, 0, 0.1",
    "1.0E-7, 0, 0.0000001",
    "10000008, 3, 010000008",
    "7, 4, 7",
    "0, 0, 0",
    "-0.0, 0, 0"
  })
  void numbers_come_in_all_digits_and_days_as_days(String number, int style, String text) {
    var file = new WorkbookFile().sheet("Blad1", row(number(number, style)));

    assertThat(read(file).rows().get(0))
        .startsWith("1:" + text.substring(0, Math.min(15, text.length())));
    assertThat(read(file).rows().get(0)).doesNotContain("E");
  }

  @Test
  void days_may_count_from_1904() {
    var file =
        new WorkbookFile().since1904().sheet("Blad1", row(number("42735", 1), number("0", 1)));

    assertThat(read(file).rows()).containsExactly("1:2021-01-01|1904-01-01");
  }

  @Test
  void text_may_stand_in_the_sheet_or_beside_it() {
    var file =
        new WorkbookFile()
            .strings("nul", "007")
            .sheet("Blad1", row(shared(1), text("008"), "<c t=\"b\"><v>1</v></c>"));

    assertThat(read(file).rows()).containsExactly("1:007|008|true");
  }

  @Test
  void formula_counts_by_the_value_that_was_saved_with_it() {
    var file =
        new WorkbookFile()
            .sheet(
                "Blad1",
                row(
                    "<c><f>18*2</f><v>36</v></c>",
                    "<c t=\"str\"><f>\"a\"</f><v>a</v></c>",
                    "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                    "<c><f>NOW()</f></c>",
                    "<c s=\"1\"><f>TODAY()</f><v>44197</v></c>"));

    assertThat(read(file).rows()).containsExactly("1:36|a|#DIV/0!|#N/A|2021-01-01");
  }

  @Test
  void first_sheet_that_can_be_seen_and_holds_anything_is_read() {
    var file =
        new WorkbookFile()
            .hiddenSheet("Verborgen", row(text("no")))
            .sheet("Leeg", row(), row(text(" ")))
            .sheet("Vol", row(text("yes")));

    assertThat(read(file).rows()).containsExactly("1:yes");
    assertThat(place(file)).isEqualTo("sheet 3 row 1 column AB");
  }

  @Test
  void sheet_that_is_asked_for_is_read_also_when_hidden() {
    var file = new WorkbookFile().sheet("A", row(text("a"))).hiddenSheet("B", row(text("b")));

    assertThat(read(file, Optional.of("B")).rows()).containsExactly("1:b");
    assertThat(read(file, Optional.of("C")).mistakes()).containsExactly("workbook SHEET_UNKNOWN");
  }

  @Test
  void rows_come_in_parts() {
    var rows = IntStream.range(0, 12_000).mapToObj(i -> row(text("x"))).toArray(String[]::new);
    var got = new ArrayList<TableRow>();
    var feed = new WorkbookFeed(new Mistakes(), got::add, Optional.empty());
    feed.feed(new WorkbookFile().sheet("Blad1", rows).bytes());

    assertThat(feed.end()).isTrue();
    assertThat(got).hasSize(5_000);
    assertThat(feed.end()).isTrue();
    assertThat(feed.end()).isFalse();
    assertThat(got).hasSize(12_000);
  }

  @Test
  void workbook_without_anything_is_empty() {
    assertThat(read(new WorkbookFile().sheet("Blad1")).mistakes())
        .containsExactly("workbook FILE_EMPTY");
  }

  private static String place(WorkbookFile file) {
    var places = new ArrayList<String>();
    assertThat(read(file.bytes(), Optional.empty(), row -> places.add(row.at(27)))).isEmpty();
    return places.get(0);
  }

  private static Read read(WorkbookFile file) {
    return read(file, Optional.empty());
  }

  private static Read read(WorkbookFile file, Optional<String> sheet) {
    var rows = new ArrayList<String>();
    return new Read(
        rows,
        read(
            file.bytes(),
            sheet,
            row ->
                rows.add(
                    row.number()
                        + ":"
                        + String.join(
                            "|", IntStream.range(0, row.size()).mapToObj(row::cell).toList()))));
  }

  private static List<String> read(
      byte[] file, Optional<String> sheet, java.util.function.Consumer<TableRow> rows) {
    var mistakes = new Mistakes();
    var feed = new WorkbookFeed(mistakes, rows, sheet);
    feed.feed(file);
    while (feed.end()) {
      assertThat(mistakes.total()).isZero();
    }
    return mistakes.kept().stream().map(it -> it.at() + " " + it.code()).toList();
  }
}
