package nl.banenschakel.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.failure.Violation;
import org.junit.jupiter.api.Test;

/** Members of lists: where one cannot be read, nothing is told of the others by their place. */
class FieldsTest {
  @Test
  void a_list_is_read_whole() {
    var in = fields("{'texts':['a','b'],'objects':[{'x':'a'},{'x':'b'}]}");

    assertThat(in.values("texts", 1, 9, text -> text).optional()).contains(List.of("a", "b"));
    assertThat(in.list("objects", 1, 9, FieldsTest::item).optional()).contains(List.of("a", "b"));
  }

  @Test
  void of_a_list_with_an_unreadable_item_there_is_nothing() {
    var id = new UUID(1, 1).toString();
    var in = fields("{'texts':['x','%1$s'],'objects':[{},{'x':'a'}]}".formatted(id));

    assertThat(in.values("texts", 1, 9, UUID::fromString).optional()).isEqualTo(Optional.empty());
    assertThat(in.list("objects", 1, 9, FieldsTest::item).optional()).isEqualTo(Optional.empty());
    assertThat(mistakes(in)).containsExactly("/texts/0 VALUE_FORM", "/objects/0/x VALUE_REQUIRED");
  }

  @Test
  void null_is_no_item() {
    var in = fields("{'texts':[null],'objects':[null]}");

    assertThat(in.values("texts", 1, 9, text -> text).optional()).isEmpty();
    assertThat(in.list("objects", 1, 9, FieldsTest::item).optional()).isEmpty();
    assertThat(mistakes(in)).containsExactly("/texts/0 VALUE_TYPE", "/objects/0 VALUE_TYPE");
  }

  private static Fields fields(String json) {
    return Fields.of(StrictJson.object(Buffer.buffer(json.replace('\'', '"'))));
  }

  private static String item(Fields in) {
    var x = in.required("x", text -> text);
    return in.build(x::get);
  }

  private static List<String> mistakes(Fields in) {
    return in.failure().violations().stream().map(FieldsTest::text).toList();
  }

  private static String text(Violation violation) {
    return violation.at() + " " + violation.code();
  }
}
