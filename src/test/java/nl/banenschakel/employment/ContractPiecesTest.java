package nl.banenschakel.employment;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("nightly")
class ContractPiecesTest {
  private static final String FILE =
      "sep=;\r\n"
          + "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Afdeling\r\n"
          + "7;999969043;1-3-2024;31-12-2026;12,75;\"Zorg\r\nén \"\"welzijn\"\"\"\r\n\r\n"
          + "8;9999.72.091;2024-03-01;;36;€ë\n"
          + "9;999969043;01-04-2024\r"
          + "10;999969044;01-04-2024;;36;\"x;y\"\r\n";

  private final TenantVault vault = Vault.inMemory().forTenant(UUID.randomUUID());

  /** In pieces of every size, and cut in two at every byte. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252"})
  void every_cut_gives_the_same_rows_and_mistakes(String charset) {
    for (var text : List.of(FILE, FILE.replaceAll("(?s)9;9999.*", ""))) {
      var file = text.getBytes(Charset.forName(charset));
      var whole = read(file, file.length, 0);

      for (int size = 1; size < file.length; size++) {
        assertThat(read(file, size, 0)).as("pieces of %d", size).isEqualTo(whole);
        assertThat(read(file, file.length, size)).as("cut at %d", size).isEqualTo(whole);
      }
    }
  }

  private List<String> read(byte[] file, int size, int first) {
    var decoder = new ContractDecoder(new PersonSealer(vault), TableFile.CSV, ColumnMapping.NONE);
    var batches = new ArrayList<>(decoder.feed(Arrays.copyOf(file, first)));
    for (int at = first; at < file.length; at += size) {
      batches.addAll(decoder.feed(Arrays.copyOfRange(file, at, Math.min(file.length, at + size))));
    }
    batches.addAll(decoder.end());
    var read = new ArrayList<String>();
    for (var batch : batches) {
      for (var column : batch.columns()) {
        read.add(
            Arrays.stream((Object[]) column).map(ContractPiecesTest::shown).toList().toString());
      }
    }
    decoder.mistakes().kept().forEach(mistake -> read.add(mistake.at() + " " + mistake.code()));
    return read;
  }

  private static String shown(Object cell) {
    return cell instanceof Buffer bytes
        ? Integer.toString(Arrays.hashCode(bytes.getBytes()))
        : Objects.toString(cell);
  }
}
