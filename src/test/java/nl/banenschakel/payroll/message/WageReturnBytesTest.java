package nl.banenschakel.payroll.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import nl.banenschakel.payroll.message.WageReturnBatch.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WageReturnBytesTest {
  private static final Path SAMPLES = Path.of("../shared/standards/loonaangifte");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void any_pieces_give_the_same_rows(long seed) {
    var random = new Random(seed);
    var xml = march(person(ANNA, 1, 100), relationship("né<![CDATA[&]]>&amp;&#233;", BERT, 2, 50));
    var bytes = xml.getBytes(UTF_8);
    var whole = Decoding.of(xml);

    // Seed 0: one byte at a time.
    var pieces =
        Decoding.of(bytes, () -> seed == 0 ? 1 : 1 + random.nextInt(1 << random.nextInt(9)));

    assertThat(whole.rows().get(1).personnelNumber()).isEqualTo("né&&é");
    assertThat(pieces.mistakes()).isEmpty();
    assertThat(pieces.rows()).isEqualTo(whole.rows());
    assertThat(pieces.message()).isEqualTo(whole.message());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000_000})
  void iso_8859_1_is_read_as_it_says(int size) {
    var xml =
        march(relationship("André-é", ANNA, 1, 100))
            .replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
            .replace("ß", "\u00df");

    var read = Decoding.of(xml.getBytes(ISO_8859_1), () -> size);

    assertThat(read.mistakes()).isEmpty();
    assertThat(read.rows()).extracting(Row::personnelNumber).containsExactly("André-é");
  }

  @ParameterizedTest
  @CsvSource({
    "sample-2026-04-volledig.synthetic.xml, 1",
    "sample-2026-05-met-tijdvakcorrectie.synthetic.xml, 2"
  })
  void the_samples_are_read(String file, int blocks) throws IOException {
    var sample = SAMPLES.resolve(file);
    assumeTrue(Files.exists(sample), "The samples of the standard are not beside the project");

    var read = Decoding.of(Files.readAllBytes(sample), () -> 777);

    assertThat(read.mistakes()).isEmpty();
    assertThat(read.message().blocks()).hasSize(blocks);
    assertThat(read.rows()).hasSizeGreaterThan(2);
  }

  private static String march(String... relationships) {
    return message("2026-04-12T09:30:00", "1", full("2026-03-01", "2026-03-31", relationships));
  }
}
