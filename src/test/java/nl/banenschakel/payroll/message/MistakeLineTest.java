package nl.banenschakel.payroll.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import nl.banenschakel.app.SampleFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside its element path a mistake has the line of the file, in pieces of whatever size. */
class MistakeLineTest {
  @ParameterizedTest(name = "pieces of {0} bytes")
  @ValueSource(ints = {1, 7, 64, Integer.MAX_VALUE})
  void a_mistake_in_an_element_has_the_line_where_it_ends(int bytes) {
    var xml =
        SampleFiles.wageReturn(
            1,
            SampleFiles.relationship("E-1", SampleFiles.ANNA, 80),
            SampleFiles.relationship("E-2", SampleFiles.BAS, 40).replace(">40<", ">veel<"));
    var before = xml.substring(0, xml.indexOf("veel"));
    int line = (int) before.chars().filter(it -> it == '\n').count() + 1;

    var mistakes = Decoding.of(xml.getBytes(UTF_8), () -> bytes).decoder().mistakes().kept();

    assertThat(mistakes).hasSize(1);
    assertThat(mistakes.get(0).at()).endsWith("[2]/Werknemersgegevens/AantVerlU");
    assertThat(mistakes.get(0).line()).contains(line);
  }
}
