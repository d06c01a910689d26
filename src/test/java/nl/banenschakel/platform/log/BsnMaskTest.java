package nl.banenschakel.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import nl.banenschakel.kernel.Bsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BsnMaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "999990019 > *********",
        "bsn=999990019, 123456782. > bsn=*********, *********.",
        "x999990019y > x*********y",
        "9999.90.019 > ****.**.***",
        "999.990.019 > ***.***.***",
        "999 990 019 > *** *** ***",
        "999-990-019 > ***-***-***",
        "10999000 > ********",
        "10.999.000 > **.***.***",
        "109.99.000 > ***.**.***",
        "111 999 990 019 > 111 *** *** ***",
        "001000275L01 > *********L01",
        "123456789L01 > *********L01",
        "(999990019/001000275L99) > (*********/*********L99)",
      })
  void whatever_may_be_a_bsn_is_masked(String text, String masked) {
    assertThat(BsnMask.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no digits",
        "111252333",
        "000000000",
        "1999990019",
        "9999900191",
        "1763787211807",
        "2026-11-22T04:53:31.807+01:00",
        "018f2c50-7a1e-7c3a-9c5e-2f1a6b3c4d5e",
        "192.168.0.1:5432",
        "1331 hours and 25.5 a week",
      })
  void what_is_no_bsn_stays_readable(String text) {
    assertThat(BsnMask.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_bsn_is_left_between_other_text(long seed) {
    var random = new Random(seed);

    for (int i = 0; i < 2_000; i++) {
      var bsn = bsn(random);
      var text = noise(random) + bsn + noise(random);
      assertThat(BsnMask.mask(text)).as("seed %d, %s", seed, text).doesNotContain(bsn);
    }
  }

  @Test
  void a_bsn_in_base64_is_masked() {
    var base64 =
        Base64.getEncoder().encodeToString("999990019".getBytes(StandardCharsets.US_ASCII));

    assertThat(BsnMask.mask("body " + base64 + "=")).isEqualTo("body ************=");
  }

  @Test
  void a_long_line_takes_no_long_time() {
    var text = "99999001 9.".repeat(100_000);

    assertThat(BsnMask.mask(text)).hasSameSizeAs(text);
  }

  private static String bsn(Random random) {
    while (true) {
      var digits = "%09d".formatted(random.nextInt(1_000_000_000));
      if (Bsn.passesElfproef(digits)) {
        return digits;
      }
    }
  }

  // Ends and begins with something other than a digit: within a longer number nine digits mean
  // nothing.
  private static String noise(Random random) {
    var noise = new StringBuilder(" ");
    for (int i = random.nextInt(20); i > 0; i--) {
      noise.append("0123456789 .,-Lab/=\"\n".charAt(random.nextInt(21)));
    }
    return noise.append(random.nextBoolean() ? "," : "L").toString();
  }
}
