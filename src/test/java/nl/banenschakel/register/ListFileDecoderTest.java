package nl.banenschakel.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFileDecoderTest {
  private static final String ANNA = "999969043";
  private static final String BAS = "999972091";
  private static final EvidenceDraft ASKED =
      new EvidenceDraft(
          Loonheffingennummer.parse("001000275L01"),
          LocalDate.of(2026, 4, 1),
          Optional.empty(),
          EvidenceSource.PORTAL);

  private final TenantVault vault = Vault.inMemory().forTenant(UUID.randomUUID());

  /** Who is on which row, and every mistake as its place and code. */
  private record Read(List<Integer> lines, List<Buffer> people, List<String> mistakes) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BSN",
        "Burgerservicenummer (BSN)",
        "BSN (burgerservicenummer)",
        "Citizen service number",
        "bsn_number",
        "National ID",
        "Naam;Sofi-nr;Jaar 2026",
        "Nr;Naam;BSN",
      })
  void a_first_row_without_a_number_names_the_columns(String header) {
    int column = header.endsWith(";BSN") ? 2 : header.startsWith("Naam") ? 1 : 0;
    var before = "x;".repeat(column);

    assertThat(read(header + "\n" + before + ANNA + "\n" + before + BAS + "\n"))
        .isEqualTo(new Read(List.of(1, 2), people(ANNA, BAS), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ANNA + "\n" + BAS,
        ANNA + ";Jansen\n" + BAS + ";Pietersen",
        "Jansen," + ANNA + "\nPietersen," + BAS,
        "1000017;" + ANNA + "\n1000018;" + BAS,
        "9999.69.043\n" + BAS,
        "sep=;\nJansen;" + ANNA + "\nPietersen;" + BAS
      })
  void a_first_row_with_a_bsn_is_data_and_tells_the_column(String file) {
    assertThat(read(file)).isEqualTo(new Read(List.of(1, 2), people(ANNA, BAS), List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "999969044, BSN_ELFPROEF",
    "9999690430, BSN_FORM",
    "9999690, BSN_FORM",
    "9.99969E+08, BSN_SCIENTIFIC",
    "9999.69.044, BSN_ELFPROEF"
  })
  void a_first_row_that_is_meant_as_a_bsn_is_a_mistake_and_no_header(String cell, String code) {
    assertThat(read("Jansen;" + cell + "\nPietersen;" + BAS).mistakes())
        .containsExactly("line 1 column 2 " + code);
  }

  @Test
  void a_row_that_lacks_the_column_is_a_mistake_with_its_place() {
    assertThat(read("Naam;BSN\nJansen;" + ANNA + "\nPietersen\n").mistakes())
        .containsExactly("line 3 column 2 VALUE_REQUIRED");
    assertThat(read("Naam;Plaats\nJansen;" + ANNA + "\n").mistakes())
        .containsExactly("line 1 COLUMN_MISSING");
  }

  @Test
  @Tag("nightly")
  void every_size_of_pieces_gives_the_same_people() {
    var file =
        "\uFEFFNaam;BSN\r\n" + "\"Jan\r\nsén\";%s\r\n;%s\r\n".formatted(ANNA, BAS).repeat(40);
    var whole = read(file);

    for (int size = 1; size <= file.length(); size++) {
      assertThat(read(file, size)).isEqualTo(whole);
    }
  }

  private Read read(String file) {
    return read(file, Integer.MAX_VALUE);
  }

  private Read read(String file, int size) {
    var decoder =
        new ListFileDecoder(new PersonSealer(vault), TableFile.CSV, ASKED, ColumnMapping.NONE);
    var batches = new ArrayList<ListBatch>();
    var bytes = file.getBytes(UTF_8);
    for (long at = 0; at < bytes.length; at += size) {
      var piece = Arrays.copyOfRange(bytes, (int) at, (int) Math.min(bytes.length, at + size));
      batches.addAll(decoder.feed(piece));
    }
    batches.addAll(decoder.end());
    return new Read(
        batches.stream().flatMap(batch -> batch.lines().stream()).toList(),
        batches.stream().flatMap(batch -> batch.blindIndexes().stream()).toList(),
        decoder.mistakes().kept().stream().map(it -> it.at() + " " + it.code()).toList());
  }

  private List<Buffer> people(String... bsns) {
    return Arrays.stream(bsns).map(bsn -> vault.blindIndex(Bsn.parse(bsn))).toList();
  }
}
