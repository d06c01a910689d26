package nl.banenschakel.employment;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the corpus gives the contracts of the plain one, or exactly this refusal. */
class ExcelCorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus/contracts");
  private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| (.+) \\| (.+) \\|");

  private final TenantVault vault = Vault.inMemory().forTenant(UUID.randomUUID());

  /** One file, as the page about the corpus tells. */
  record Variant(String file, String tests, String outcome) {
    @Override
    public String toString() {
      return file + ": " + tests;
    }
  }

  static Stream<Variant> corpus() throws IOException {
    return Files.readAllLines(CORPUS.resolve("about.md")).stream()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> new Variant(row.group(1), row.group(2), row.group(3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("corpus")
  void file_gives_the_same_contracts_or_this_refusal(Variant variant) throws IOException {
    var plain = read("plain.csv", Integer.MAX_VALUE);

    var read = read(variant.file(), Integer.MAX_VALUE);

    assertThat(read)
        .isEqualTo(variant.outcome().equals("same") ? plain : List.of(variant.outcome()));
    assertThat(read(variant.file(), 7)).as("in small pieces").isEqualTo(read);
  }

  @Test
  void every_file_is_told_about_and_there_are_many() throws IOException {
    try (var files = Files.list(CORPUS)) {
      assertThat(corpus().map(Variant::file))
          .hasSizeGreaterThan(40)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("about.md"))
                  .toList());
    }
  }

  @Test
  void plain_file_holds_three_contracts() throws IOException {
    assertThat(read("plain.csv", Integer.MAX_VALUE))
        .contains("[0007, 0008, 0009]", "[3650, 1275, 4000]", "[2026-12-31, null, null]");
  }

  /** A line for each column but the number of the row, or one with all mistakes. */
  private List<String> read(String name, int pieceBytes) throws IOException {
    var file = Files.readAllBytes(CORPUS.resolve(name));
    var table = new TableFile(TableForm.ofName(name), Optional.empty());
    var decoder = new ContractDecoder(new PersonSealer(vault), table, ColumnMapping.NONE);
    var batches = new ArrayList<ContractBatch>();
    for (int at = 0; at < file.length; ) {
      int end = (int) Math.min(file.length, (long) at + pieceBytes);
      batches.addAll(decoder.feed(Arrays.copyOfRange(file, at, end)));
      at = end;
    }
    do {
      batches.addAll(decoder.end());
    } while (decoder.hasMore());
    var mistakes = decoder.mistakes().kept();
    if (!mistakes.isEmpty()) {
      return List.of(
          String.join(", ", mistakes.stream().map(it -> it.at() + " " + it.code()).toList()));
    }
    return batches.stream()
        .flatMap(batch -> Arrays.stream(batch.columns()).skip(1))
        .map(column -> Arrays.stream((Object[]) column).map(ExcelCorpusTest::shown).toList())
        .map(Objects::toString)
        .toList();
  }

  private static String shown(Object cell) {
    return cell instanceof Buffer bytes
        ? Integer.toString(Arrays.hashCode(bytes.getBytes()))
        : Objects.toString(cell);
  }
}
