package nl.banenschakel.platform.stream.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.TableRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFeedTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Rows as "line:cell|cell", mistakes as "at code". */
  private record Read(List<String> rows, List<String> mistakes) {}

  @Test
  void separator_is_the_one_the_first_line_has_most() {
    assertThat(read("a;b,c;d\n1;2,5;3").rows()).containsExactly("1:a|b,c|d", "2:1|2,5|3");
    assertThat(read("a,b\n1,\"2,5\"").rows()).containsExactly("1:a|b", "2:1|2,5");
    assertThat(read("a\tb\n1\t2").rows()).containsExactly("1:a|b", "2:1|2");
    assertThat(read("\"x,y,z\";b\n1;2").rows()).containsExactly("1:x,y,z|b", "2:1|2");
    assertThat(read("a\n1").rows()).containsExactly("1:a", "2:1");
  }

  @Test
  void any_line_end_ends_a_line_and_quoted_and_empty_lines_count() {
    var expected = List.of("1:a|b", "3:1|x\ny", "5:2|z", "7:3|w");

    assertThat(read("a;b\n\n1;\"x\ny\"\n2;z\n;\n3;w\n").rows()).isEqualTo(expected);
    assertThat(read("a;b\r\r1;\"x\ny\"\r2;z\r;\r3;w").rows()).isEqualTo(expected);
    assertThat(read("a;b\r\n\r\n1;\"x\ny\"\r\n2;z\r\n;\r\n3;w\r\n").rows()).isEqualTo(expected);
    assertThat(read("a;b\r\n1;\"x\r\ny\"\r\n2;z").rows())
        .containsExactly("1:a|b", "2:1|x\r\ny", "4:2|z");
  }

  @Test
  void quotes_may_be_doubled_and_mean_nothing_inside_a_cell() {
    assertThat(read("a;b\n\"x \"\"y\"\"\";z\"z\n").rows())
        .containsExactly("1:a|b", "2:x \"y\"|z\"z");
  }

  @Test
  void first_character_that_is_not_ascii_decides_the_character_set() {
    assertThat(read("a;b\né;€".getBytes(UTF_8)).rows()).contains("2:é|€");
    assertThat(read("\uFEFFa;b\né;€".getBytes(UTF_8)).rows()).containsExactly("1:a|b", "2:é|€");
    assertThat(read("a;b\né;€".getBytes(WINDOWS_1252)).rows()).contains("2:é|€");
    assertThat(read("a;b\n1;é".getBytes(WINDOWS_1252)).rows()).contains("2:1|é");
  }

  @Test
  void bytes_of_another_character_set_later_on_are_a_mistake() {
    assertThat(read(joined("a\né\n".getBytes(UTF_8), "b\né\n".getBytes(WINDOWS_1252))).mistakes())
        .containsExactly("line 4 CHARSET_MIXED");
    assertThat(read(joined("\uFEFFa\n".getBytes(UTF_8), "é\n".getBytes(WINDOWS_1252))).mistakes())
        .containsExactly("line 2 CHARSET_MIXED");
    assertThat(read(joined("a\né\nb".getBytes(UTF_8), new byte[] {(byte) 0xE2})).mistakes())
        .containsExactly("line 3 CHARSET_MIXED");
  }

  @Test
  void what_is_no_record_is_a_mistake_with_its_line() {
    assertThat(read("").mistakes()).containsExactly("line 1 FILE_EMPTY");
    assertThat(read("\n;;\n\n").mistakes()).containsExactly("line 1 FILE_EMPTY");
    assertThat(read("a;b\n1;2;3\n1;2;\n;;3\n").mistakes())
        .containsExactly("line 2 COLUMN_COUNT", "line 4 COLUMN_COUNT");
    assertThat(read("a;b\n1;2\u0000\n3;4").mistakes()).containsExactly("line 2 NUL_BYTE");
    assertThat(read("a;b\n1;\"2\"x\n3;4").mistakes()).containsExactly("line 2 QUOTE_STRAY");
    assertThat(read("a;b\n1;2\n3;\"4\n5;6\n").mistakes()).containsExactly("line 3 QUOTE_UNCLOSED");
    assertThat(read("\"a\",b;c;d\n").mistakes()).containsExactly("line 1 QUOTE_STRAY");
  }

  @Test
  void cells_that_lack_at_the_end_of_a_row_are_empty() {
    assertThat(read("a;b;c\n1\n1;2\n1;2;3;;\n"))
        .isEqualTo(new Read(List.of("1:a|b|c", "2:1", "3:1|2", "4:1|2|3||"), List.of()));
  }

  @Test
  void line_that_tells_the_separator_is_no_row_but_counts() {
    var expected = new Read(List.of("2:a,x,y|b", "3:1|2,5"), List.of());

    assertThat(read("sep=;\r\na,x,y;b\r\n1;2,5\r\n")).isEqualTo(expected);
    assertThat(read("\uFEFFSEP=;\na,x,y;b\n1;2,5\n")).isEqualTo(expected);
    assertThat(read("\"sep=;\"\na,x,y;b\n1;2,5\n")).isEqualTo(expected);
    assertThat(readInPieces("sep=;\ra,x,y;b\r1;2,5".getBytes(UTF_8), bytes -> 1))
        .isEqualTo(expected);
    assertThat(read("sep=,\na,\"b;c;d\"\n").rows()).containsExactly("2:a|b;c;d");
    assertThat(read("sep=\t\na;b\tc\n").rows()).containsExactly("2:a;b|c");
    assertThat(read("\nsep=;\na;b\n").rows()).containsExactly("3:a|b");
    assertThat(read("sep=;\n").mistakes()).containsExactly("line 1 FILE_EMPTY");
  }

  @Test
  void first_row_may_end_with_columns_without_a_name() {
    assertThat(read("a;b;\n1;2\n1;2;\n1;2;3\n").rows()).hasSize(4);
  }

  @Test
  void line_over_the_limit_is_a_mistake_and_reading_goes_on_at_the_next() {
    var longest = "a".repeat(CsvFeed.RECORD_CHARS_MAX - 2) + ";b";

    assertThat(read("a;b\n" + longest + "\n").mistakes()).isEmpty();
    assertThat(read("a;b\n" + longest + "c\n1;2;3\n").mistakes())
        .containsExactly("line 2 LINE_TOO_LONG", "line 3 COLUMN_COUNT");
    assertThat(read("a;b\n1;\"" + "x\n".repeat(2_000) + "\"\n1;2\n").mistakes())
        .contains("line 2 LINE_TOO_LONG");
    assertThat(read("a".repeat(2_000) + "\n1\n2\n"))
        .isEqualTo(new Read(List.of(), List.of("line 1 LINE_TOO_LONG")));
  }

  @Test
  void utf16_is_read_by_its_mark_and_refused_without() {
    var text = "a;b\n\u20ACf\u00EBw;2\n";

    assertThat(read(("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo(read(text.getBytes(UTF_8)));
    assertThat(read(("\uFEFF" + text).getBytes(UTF_16BE))).isEqualTo(read(text.getBytes(UTF_8)));
    assertThat(read(text.getBytes(UTF_16LE)).mistakes()).containsExactly("line 1 NUL_BYTE");
  }

  @Test
  @Tag("nightly")
  void every_size_of_pieces_gives_the_same_rows_and_mistakes() {
    for (long seed = 1_001; seed <= 1_010; seed++) {
      var file = file(new Random(seed));
      var whole = read(file);

      for (int size = 1; size <= file.length; size++) {
        int bytes = size;
        assertThat(readInPieces(file, all -> bytes))
            .as("seed %d, pieces of %d", seed, size)
            .isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void any_pieces_give_the_same_rows_and_mistakes(long seed) {
    var random = new Random(seed);
    var file = file(random);

    var whole = read(file);

    assertThat(readInPieces(file, bytes -> 1)).isEqualTo(whole);
    assertThat(readInPieces(file, bytes -> 1 + random.nextInt(7))).isEqualTo(whole);
    assertThat(readInPieces(file, bytes -> 1 + random.nextInt(bytes))).isEqualTo(whole);
  }

  /** Pieces of lines that are hard to cut, good and bad, in one of three character sets. */
  private static byte[] file(Random random) {
    var parts =
        List.of(
            "1;2;3",
            "\"x;y\";\"z\"\"z\";",
            ";",
            "é;€;ü",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\"a\nb\"",
            "\u0000",
            "a\"b",
            "x".repeat(400),
            "\"p\r\nq\";r;s\r\n",
            "𝄞;\uFFFD;",
            "\r\n\r\n");
    var text = new StringBuilder(random.nextBoolean() ? "\uFEFFa;b;c\n" : "a;b;c\r\n");
    for (int i = 0; i < 300; i++) {
      text.append(parts.get(random.nextInt(parts.size())));
      text.append(random.nextInt(3) == 0 ? "\r\n" : "");
    }
    return joined(
        text.toString().getBytes(random.nextInt(3) == 0 ? WINDOWS_1252 : UTF_8),
        random.nextInt(4) == 0 ? "ë;1;2\n3;4;5\n".getBytes(WINDOWS_1252) : new byte[0]);
  }

  private static Read read(String text) {
    return read(text.getBytes(UTF_8));
  }

  private static Read read(byte[] file) {
    return readInPieces(file, bytes -> bytes);
  }

  private static Read readInPieces(byte[] file, IntUnaryOperator size) {
    var rows = new ArrayList<String>();
    var mistakes = new Mistakes();
    var feed = new CsvFeed(mistakes, row -> rows.add(shown(row)));
    for (int at = 0; at < file.length; ) {
      int end = Math.min(file.length, at + size.applyAsInt(file.length));
      feed.feed(Arrays.copyOfRange(file, at, end));
      at = end;
    }
    assertThat(feed.end()).isFalse();
    return new Read(rows, mistakes.kept().stream().map(it -> it.at() + " " + it.code()).toList());
  }

  private static String shown(TableRow row) {
    var cells = IntStream.range(0, row.size()).mapToObj(row::cell).toList();
    return row.number() + ":" + String.join("|", cells);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }
}
