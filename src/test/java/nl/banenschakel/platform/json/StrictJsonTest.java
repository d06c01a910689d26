package nl.banenschakel.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import nl.banenschakel.platform.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  @Test
  void an_object_is_read_and_written_without_a_change() {
    var text = "{\"a\":[1,2.50,true,null,{\"b\":\"é\"}],\"c\":12345678901234567890}";

    var read = StrictJson.object(Buffer.buffer(text));

    assertThat(PlainJson.write(read).toString()).isEqualTo(text);
    assertThat(read.getJsonArray("a").getValue(1)).isEqualTo(new BigDecimal("2.50"));
  }

  @Test
  void a_mark_of_the_byte_order_is_skipped() {
    assertThat(StrictJson.object(Buffer.buffer("\uFEFF{}"))).isEqualTo(new JsonObject());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "{\"a\": } > JSON_MALFORMED",
        "{\"a\": 1 > JSON_MALFORMED",
        "{'a': 1} > JSON_MALFORMED",
        "{\"a\": NaN} > JSON_MALFORMED",
        "{\"a\": 01} > JSON_MALFORMED",
        "{\"a\": 1,} > JSON_MALFORMED",
        "{\"a\": 1e99999999999} > JSON_MALFORMED",
        "{} // so > JSON_MALFORMED",
        "\"text\" > VALUE_TYPE",
        "{\"a\": {\"b\": 1, \"b\": 1}} > MEMBER_REPEATED"
      })
  void looser_json_is_refused(String text, String code) {
    assertThat(code(Buffer.buffer(text))).isEqualTo(code);
  }

  @Test
  void other_bytes_than_utf8_are_told_by_their_place() {
    var latin = Buffer.buffer("{\"a\":\n\"").appendByte((byte) 0xE9).appendString("\"}");

    assertThat(code(latin)).isEqualTo("JSON_NOT_UTF8");
    assertThat(refused(latin).violations().get(0).at()).isEqualTo("line 2 column 2");
  }

  @Test
  void a_number_of_a_thousand_digits_is_refused() {
    assertThat(code(Buffer.buffer("{\"a\":" + "9".repeat(1_000) + "}")))
        .isEqualTo("JSON_MALFORMED");
  }

  @Test
  void amounts_are_written_plain_and_binary_fractions_not_at_all() {
    var amounts = new JsonArray().add(new BigDecimal("4E+1")).add(new BigDecimal("0.10"));

    assertThat(PlainJson.write(new JsonObject().put("amounts", amounts)).toString())
        .isEqualTo("{\"amounts\":[40,0.10]}");
    assertThat(
            catchThrowableOfType(
                IllegalArgumentException.class,
                () -> PlainJson.write(new JsonObject().put("hours", 0.1))))
        .isNotNull();
  }

  private static String code(Buffer text) {
    return refused(text).violations().get(0).code();
  }

  private static Failure.Invalid refused(Buffer text) {
    return catchThrowableOfType(Failure.Invalid.class, () -> StrictJson.object(text));
  }
}
