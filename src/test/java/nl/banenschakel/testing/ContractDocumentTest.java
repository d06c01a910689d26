package nl.banenschakel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.platform.http.OpenapiDocument;
import nl.banenschakel.testing.ContractDocument.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for the contract that its linter does not know. */
class ContractDocumentTest {
  private static final Pattern NINE_DIGITS = Pattern.compile("(?<!\\d)\\d{9}(?![\\dL])");

  private static final JsonObject SOURCE = new JsonObject(OpenapiDocument.load().json());
  private static final ContractDocument CONTRACT = new ContractDocument(SOURCE);
  private static final Path CONNECTOR = Path.of("openapi/register-connector.yaml");

  static List<Operation> operations() {
    return CONTRACT.operations();
  }

  /** Those that we offer, and those that we ask of an upstream bridge. */
  static List<Operation> all() {
    return Stream.concat(
            operations().stream(), ContractDocument.read(CONNECTOR).operations().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_operation_documents_what_may_go_wrong(Operation operation) {
    var expected = new ArrayList<>(List.of("405", "500"));
    if (!operation.id().equals("getOpenapi")) {
      expected.addAll(List.of("400", "401", "403", "404", "503"));
    }
    if (operation.requestBody().isPresent()) {
      expected.addAll(List.of("413", "415"));
    }
    if (operation.method().equals("GET")) {
      expected.add("406");
    }

    assertThat(operation.responses().fieldNames()).containsAll(expected);
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_answer_has_the_headers_of_all_answers(Operation operation) {
    for (var status : operation.responses().fieldNames()) {
      var headers = operation.responses().getJsonObject(status).getJsonObject("headers");

      assertThat(headers.fieldNames())
          .as(status)
          .contains(
              "API-Version",
              "Cache-Control",
              "Content-Security-Policy",
              "Request-Id",
              "Strict-Transport-Security",
              "X-Content-Type-Options",
              "X-Frame-Options");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_body_has_an_example_that_its_schema_allows(Operation operation) {
    for (var content : contents(operation).toList()) {
      for (var type : content.fieldNames()) {
        var media = content.getJsonObject(type);

        assertThat(examples(media).toList()).as(type).isNotEmpty();
        assertThat(examples(media))
            .as(type)
            .allSatisfy(
                example ->
                    assertThat(
                            ContractSchema.closed(media.getJsonObject("schema")).mistakes(example))
                        .isEmpty());
      }
    }
  }

  @Test
  void every_bsn_in_it_is_synthetic_and_valid() throws IOException {
    var text = SOURCE.encode() + Files.readString(CONNECTOR);
    var numbers = NINE_DIGITS.matcher(text).results().map(it -> it.group()).toList();

    assertThat(numbers)
        .isNotEmpty()
        .allSatisfy(
            number -> {
              assertThat(number).startsWith("9999");
              assertThat(Bsn.passesElfproef(number)).isTrue();
            });
  }

  @Test
  void no_path_or_query_takes_a_number_that_may_hold_a_bsn() {
    for (var operation : all()) {
      assertThat(operation.parameters())
          .filteredOn(it -> !it.getString("in").equals("header"))
          .extracting(it -> it.getString("name").toLowerCase(Locale.ROOT))
          .doesNotContain("bsn", "loonheffingennummer", "personnelnumber");
    }
  }

  @Test
  void operation_ids_are_unique() {
    assertThat(operations()).extracting(Operation::id).doesNotHaveDuplicates();
  }

  private static Stream<JsonObject> contents(Operation operation) {
    var answers =
        operation.responses().fieldNames().stream().map(operation.responses()::getJsonObject);
    return Stream.concat(operation.requestBody().stream(), answers)
        .map(it -> it.getJsonObject("content", new JsonObject()));
  }

  private static Stream<Object> examples(JsonObject media) {
    var named = media.getJsonObject("examples", new JsonObject());
    return Stream.concat(
        Stream.ofNullable(media.getValue("example")),
        named.fieldNames().stream().map(name -> named.getJsonObject(name).getValue("value")));
  }
}
