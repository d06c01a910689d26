package nl.banenschakel.employment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractDecoderTest {
  private static final String HEADER =
      "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Verwacht;Contractnummer;Afdeling\n";

  private final TenantVault vault = Vault.inMemory().forTenant(UUID.randomUUID());

  /** Rows without the blind index's bytes: its first appearance gives it a number. */
  private record Read(List<List<String>> rows, List<Violation> mistakes) {}

  @Test
  void row_is_read_as_a_spreadsheet_saves_it() {
    var read = read(HEADER + "007;9999.69.043;1-3-2024;31-12-2026 00:00:00;12,75;ja;C-1;Zorg\n");

    assertThat(read.mistakes()).isEmpty();
    assertThat(read.rows())
        .containsExactly(
            List.of(
                "2",
                "C 3 C-1 007",
                "007",
                "C-1",
                "2024-03-01",
                "2026-12-31",
                "1275",
                "true",
                "Zorg",
                "null",
                "null"));
  }

  @Test
  void contract_without_number_is_known_by_personnel_number_and_start() {
    assertThat(read(HEADER + "7;999969043;01-03-2024;;36;;;\n").rows())
        .containsExactly(
            List.of(
                "2|P 2024-03-01 7|7|null|2024-03-01|null|3600|false|null|null|null".split("\\|")));
  }

  @Test
  void english_headers_in_any_order_and_unknown_columns_are_taken() {
    var read =
        read(
            "Name,hours_per.week,START DATE,National ID,Employee Number\nJansen,36.50,2024-03-01,999969043,7\n");

    assertThat(read.mistakes()).isEmpty();
    assertThat(read.rows().get(0)).contains("3650", "2024-03-01", "7").doesNotContain("Jansen");
  }

  @Test
  void lost_leading_zero_of_a_bsn_is_padded() {
    var full = read(HEADER + "7;010000008;01-03-2024;;36;;;\n8;10000008;01-03-2024;;36;;;\n");

    assertThat(full.mistakes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01-03-2024|2024-03-01",
        "1-3-2024|2024-03-01",
        "01/03/2024|2024-03-01",
        "2024-03-01|2024-03-01",
        "1.3.2024|2024-03-01",
        "01-03-2024 00:00|2024-03-01",
        "2024-03-01T00:00:00|2024-03-01",
        "29-02-2024|2024-02-29"
      })
  void start_date_in_any_usual_form(String cell, String expected) {
    assertThat(read(HEADER + "7;999969043;" + cell + ";;36;;;\n").rows().get(0)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31-12-9999", "9999-12-31", "01-01-2200", "31/12/9999 00:00:00"})
  void end_date_far_away_is_none(String cell) {
    assertThat(read(HEADER + "7;999969043;01-03-2024;" + cell + ";36;;;\n").rows().get(0).get(5))
        .isEqualTo("null");
  }

  @Test
  void every_mistake_is_reported_at_once_with_its_place_and_never_its_value() {
    var read =
        read(
            HEADER
                + ";999969043;01-03-2024;;36;;;\n"
                + "7;999969044;31-02-2024;;36;;;\n"
                + "7;1,12E+08;03-24-2024;2024;1.250,00;maybe;;\n"
                + "7;;01-03-1899;01-03-2201;80,01;;;\n"
                + "7;999969043;01-03-2024;29-02-2024;36,125;;;\n"
                + "999.969.043;999969043;01-03-2024;;36;;00999969043;X999969043\n"
                + "x".repeat(36)
                + ";999969043;01-03-2024;;-1;;;"
                + "y".repeat(101)
                + "\n");

    assertThat(read.mistakes().stream().map(it -> it.at() + " " + it.code()))
        .containsExactly(
            "line 2 column 1 VALUE_REQUIRED",
            "line 3 column 2 BSN_ELFPROEF",
            "line 3 column 3 DATE_UNREAL",
            "line 4 column 2 BSN_SCIENTIFIC",
            "line 4 column 3 DATE_UNREAL",
            "line 4 column 4 DATE_FORM",
            "line 4 column 5 HOURS_FORM",
            "line 4 column 6 YES_NO_FORM",
            "line 5 column 2 VALUE_REQUIRED",
            "line 5 column 3 DATE_YEAR",
            "line 5 column 5 HOURS_RANGE",
            "line 6 column 5 HOURS_FORM",
            "line 6 column 4 DATE_ORDER",
            "line 7 column 1 BSN_ELSEWHERE",
            "line 7 column 7 BSN_ELSEWHERE",
            "line 7 column 8 BSN_ELSEWHERE",
            "line 8 column 1 TEXT_LENGTH",
            "line 8 column 5 HOURS_FORM",
            "line 8 column 8 TEXT_LENGTH");
    assertThat(read.mistakes().toString()).doesNotContain("99996904", "1,12E", "maybe");
    assertThat(read.rows()).isEmpty();
  }

  @Test
  void messages_say_what_to_do() {
    var read =
        read("Personeelsnummer;Begindatum;Startdatum;Uren per week;Wajong\n7;2024;2024;36 uur;x\n");

    assertThat(read.mistakes())
        .containsExactly(
            new Violation(
                "line 1",
                "COLUMN_MISSING",
                "The column BSN is missing; the first row names the columns."),
            new Violation(
                "line 1 column 3",
                "COLUMN_DUPLICATE",
                "This column and column 2 both stand for Begindatum: leave one out."),
            new Violation(
                "line 1 column 5",
                "GROUND_COLUMN",
                "This column is about why somebody is registered. That may not be taken in: leave it out."),
            new Violation(
                "line 2 column 2",
                "DATE_FORM",
                "Expected a date such as 31-01-2026 or 2026-01-31."),
            new Violation(
                "line 2 column 4",
                "HOURS_FORM",
                "Expected contract hours per week such as 36 or 12,75: at most two decimals."));
  }

  @Test
  void file_without_contracts_is_refused() {
    assertThat(read(HEADER).mistakes())
        .extracting(Violation::code)
        .containsExactly("FILE_WITHOUT_ROWS");
    assertThat(read("").mistakes()).extracting(Violation::code).containsExactly("FILE_EMPTY");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void any_pieces_give_the_same_rows(long seed) {
    var random = new Random(seed);
    var lines = new StringBuilder(HEADER);
    for (int i = 0; i < 12_000; i++) {
      lines.append(i).append(";9999").append(random.nextBoolean() ? "69043" : "72091");
      lines.append(";0").append(1 + random.nextInt(9)).append("-03-2024;;36;;;\"Zorg\r\nén\"\r\n");
    }
    var file = lines.toString().getBytes(UTF_8);

    assertThat(readInPieces(file, 1 + random.nextInt(100_000)))
        .isEqualTo(readInPieces(file, file.length));
  }

  @Test
  void somebody_who_is_often_in_a_file_is_sealed_once() {
    var batches =
        decode(
            (HEADER + "7;999969043;01-03-2024;;36;;;\n8;999969043;01-03-2025;;36;;;\n")
                .getBytes(UTF_8),
            9,
            new ArrayList<>());

    assertThat(batches).hasSize(1);
    assertThat(batches.get(0).people()).hasSize(1);
  }

  private Read read(String text) {
    return readInPieces(text.getBytes(UTF_8), Integer.MAX_VALUE);
  }

  private Read readInPieces(byte[] file, int size) {
    var mistakes = new ArrayList<Violation>();
    var rows = new ArrayList<List<String>>();
    for (var batch : decode(file, size, mistakes)) {
      assertThat(batch.rows()).isBetween(1, ContractBatch.ROWS_MAX);
      IntStream.range(0, batch.rows()).mapToObj(row -> cells(batch, row)).forEach(rows::add);
    }
    return new Read(rows, mistakes);
  }

  private List<ContractBatch> decode(byte[] file, int size, List<Violation> mistakes) {
    var decoder = new ContractDecoder(new PersonSealer(vault), TableFile.CSV, ColumnMapping.NONE);
    var batches = new ArrayList<ContractBatch>();
    for (long at = 0; at < file.length; at += size) {
      var piece = Arrays.copyOfRange(file, (int) at, (int) Math.min(file.length, at + size));
      batches.addAll(decoder.feed(piece));
    }
    batches.addAll(decoder.end());
    mistakes.addAll(decoder.mistakes().kept());
    return batches;
  }

  /** All columns but the blind indexes. */
  private static List<String> cells(ContractBatch batch, int row) {
    return Arrays.stream(batch.columns())
        .filter(column -> !(column instanceof Buffer[]))
        .map(column -> ((Object[]) column)[row])
        .map(String::valueOf)
        .toList();
  }
}
