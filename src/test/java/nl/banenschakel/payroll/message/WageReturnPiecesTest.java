package nl.banenschakel.payroll.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.relationship;
import static nl.banenschakel.payroll.WageReturns.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("nightly")
class WageReturnPiecesTest {
  private static final String GOOD =
      message(
          "2026-04-12T09:30:00",
          "1",
          full(
              "2026-03-01",
              "2026-03-31",
              person(ANNA, 1, 100),
              relationship("né<![CDATA[&]]>&amp;&#233;", BERT, 2, 50)),
          correction("2026-02-01", "2026-02-28", withdrawal(BERT, 2)));

  /** In pieces of every size, and cut in two at every byte. */
  @Test
  void every_cut_gives_the_same_rows_and_mistakes() {
    for (var text :
        new String[] {GOOD, GOOD.replace(">100<", ">99.5<").replace(BERT, "111252333")}) {
      var xml = text.getBytes(UTF_8);
      var whole = Decoding.of(text);

      for (int size = 1; size < xml.length; size++) {
        assertSame(whole, Decoding.of(xml, sizes(size, size)), "pieces of " + size);
        assertSame(whole, Decoding.of(xml, sizes(size, xml.length)), "cut at " + size);
      }
    }
  }

  private static void assertSame(Decoding whole, Decoding pieces, String how) {
    assertThat(pieces.mistakes()).as(how).isEqualTo(whole.mistakes());
    assertThat(pieces.rows()).as(how).isEqualTo(whole.rows());
  }

  private static IntSupplier sizes(int first, int others) {
    var next = new int[] {first};
    return () -> {
      int size = next[0];
      next[0] = others;
      return size;
    };
  }
}
