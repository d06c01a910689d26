package nl.banenschakel.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class OpenapiDocumentTest {

  @Test
  void the_json_has_its_members_in_the_order_of_the_file() {
    var contract = new JsonObject(OpenapiDocument.load().json());

    assertThat(contract.fieldNames())
        .containsExactly("openapi", "info", "servers", "tags", "security", "paths", "components");
    assertThat(contract.getJsonObject("info").fieldNames())
        .startsWith("title", "version", "description");
  }

  @Test
  void loading_it_again_gives_the_same_bytes() {
    assertThat(OpenapiDocument.load().json()).isEqualTo(OpenapiDocument.load().json());
  }

  @Test
  void what_a_reader_does_to_its_bytes_changes_nothing() {
    var document = OpenapiDocument.load();

    document.json().setByte(0, (byte) 'x');

    assertThat(document.json().getByte(0)).isEqualTo((byte) '{');
  }

  @Test
  void the_version_is_that_of_the_contract() {
    var contract = new JsonObject(OpenapiDocument.load().json());

    assertThat(OpenapiDocument.load().version())
        .isEqualTo(contract.getJsonObject("info").getString("version"));
  }
}
