package nl.banenschakel.payroll.message;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileXmlTest {
  private static final String GOOD =
      message("2026-04-12T09:30:00", "1", full("2026-03-01", "2026-03-31", person(ANNA, 1, 100)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Loonaangifte>",
        "<!DOCTYPE Loonaangifte SYSTEM \"http://localhost/x.dtd\">",
        "<!DOCTYPE Loonaangifte [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE Loonaangifte [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
      })
  void a_document_type_is_one_mistake_and_ends_the_reading(String doctype) {
    var xml =
        GOOD.replace("<Loonaangifte ", doctype + "<Loonaangifte ").replace("<IdBer>1", "<IdBer>");

    assertThat(Decoding.of(xml).mistakes())
        .singleElement()
        .asString()
        .startsWith("line 2 column ")
        .endsWith(" DOCTYPE_NOT_ALLOWED");
  }

  @Test
  void an_entity_is_no_well_formed_xml_here() {
    var xml = GOOD.replace("<IdBer>1</IdBer>", "<IdBer>&x;</IdBer>");

    assertThat(Decoding.of(xml).mistakes()).containsExactly("line 4 column 15 XML_MALFORMED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<xmlns:x/>", "<xmlns:x xmlns:x=\"y\"/>", "<x xmlns:xmlns=\"y\"/>"})
  void a_prefix_that_is_not_allowed_is_no_well_formed_xml(String element) {
    var xml = GOOD.replace("<IdBer>1</IdBer>", "<IdBer>" + element + "</IdBer>");

    assertThat(Decoding.of(xml).mistakes())
        .singleElement()
        .asString()
        .startsWith("line 4 column ")
        .endsWith(" XML_MALFORMED");
  }

  @Test
  void a_file_that_was_cut_off_is_one_mistake_wherever_that_was() {
    var bytes = GOOD.strip().getBytes(UTF_8);

    for (int length = 0; length < bytes.length; length += 7) {
      int cut = length;
      var read = Decoding.of(java.util.Arrays.copyOf(bytes, cut), () -> Integer.MAX_VALUE);
      assertThat(read.mistakes()).as("cut at %d", cut).hasSize(1);
      assertThat(read.mistakes().get(0)).matches("line \\d+ column \\d+ XML_MALFORMED");
    }
  }

  @Test
  void a_tag_that_is_not_closed_is_told_with_line_and_column() {
    var xml = GOOD.replace("</IdBer>", "</IdBeer>");

    assertThat(Decoding.of(xml).mistakes())
        .singleElement()
        .asString()
        .startsWith("line 4 column ")
        .endsWith("XML_MALFORMED");
  }

  @Test
  void elements_stand_at_most_twenty_deep() {
    assertThat(Decoding.of(nested(18)).mistakes()).isEmpty();
    assertThat(Decoding.of(nested(19)).mistakes())
        .singleElement()
        .asString()
        .endsWith("XML_TOO_DEEP");
    assertThat(Decoding.of(nested(100_000)).mistakes()).hasSize(1);
  }

  @Test
  void a_text_that_is_read_has_at_most_a_thousand_characters() {
    var read = GOOD.replace("<IdBer>1", "<IdBer>" + "é".repeat(1_001));

    assertThat(Decoding.of(GOOD.replace("Proef B.V.", "é".repeat(60_000 / 2))).mistakes())
        .isEmpty();
    assertThat(Decoding.of(read).mistakes()).containsExactly("Bericht/IdBer TEXT_TOO_LONG");
  }

  @Test
  void what_stands_between_two_tags_is_not_kept_without_end() {
    var attribute = GOOD.replace("<Bericht>", "<Bericht a=\"" + "x".repeat(3 * 64 * 1024) + "\">");
    var comment = GOOD.replace("<Bericht>", "<!--" + "x".repeat(3 * 64 * 1024) + "--><Bericht>");

    assertThat(Decoding.of(attribute).mistakes())
        .singleElement()
        .asString()
        .endsWith("TEXT_TOO_LONG");
    assertThat(Decoding.of(comment).mistakes())
        .singleElement()
        .asString()
        .endsWith("TEXT_TOO_LONG");
  }

  @Test
  void names_that_never_end_are_not_kept_without_end() {
    var names =
        IntStream.range(0, 1_000).mapToObj("<n%d/>"::formatted).collect(Collectors.joining());

    assertThat(Decoding.of(GOOD.replace("<Bericht>", names + "<Bericht>")).mistakes())
        .singleElement()
        .asString()
        .endsWith("XML_NAMES_TOO_MANY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026/02", "2026/1", "26/01", "Anders"})
  void a_namespace_that_is_not_read_is_said_so(String version) {
    var xml = GOOD.replace("2026/01", version);

    assertThat(Decoding.of(xml).mistakes())
        .singleElement()
        .asString()
        .endsWith("NAMESPACE_UNSUPPORTED");
  }

  @Test
  void another_root_is_said_so() {
    var xml =
        GOOD.replace("Loonaangifte xmlns", "Anders xmlns").replace("</Loonaangifte>", "</Anders>");

    assertThat(Decoding.of(xml).mistakes()).singleElement().asString().endsWith("ROOT_UNEXPECTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-16", "EBCDIC-NL"})
  void another_encoding_is_said_so(String encoding) {
    var xml = GOOD.replace("\"UTF-8\"", "\"" + encoding + "\"");

    assertThat(Decoding.of(xml).mistakes())
        .containsExactly("line 1 column %d ENCODING_UNSUPPORTED".formatted(32 + encoding.length()));
  }

  @Test
  void bytes_of_another_encoding_are_a_mistake() {
    assertThat(Decoding.of(GOOD.getBytes(UTF_16), () -> 50).mistakes())
        .containsExactly("line 1 column 1 ENCODING_UNSUPPORTED");
    assertThat(
            Decoding.of(GOOD.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), () -> 50)
                .mistakes())
        .singleElement()
        .asString()
        .endsWith("XML_MALFORMED");
  }

  @Test
  void a_byte_order_mark_is_stepped_over() {
    assertThat(Decoding.of("\ufeff" + GOOD).mistakes()).isEmpty();
  }

  @Test
  void no_mistake_repeats_what_was_sent() {
    var xml = GOOD.replace(ANNA, "999993654").replace("<AantVerlU>100", "<AantVerlU>tien");

    var mistakes = Decoding.of(xml).decoder().mistakes().kept().toString();

    assertThat(mistakes).doesNotContain("99999").doesNotContain("tien");
  }

  private static String nested(int depth) {
    return GOOD.replace("<RelNr>", "<x>".repeat(depth) + "</x>".repeat(depth) + "<RelNr>");
  }
}
