package nl.banenschakel.testing;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Optional;

/** One schema of the contract, without references. */
final class ContractSchema {
  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setDraft(Draft.DRAFT202012)
          .setOutputFormat(OutputFormat.Basic)
          .setBaseUri("https://contract.test/");

  private final JsonObject schema;
  private final Validator validator;

  private ContractSchema(JsonObject schema) {
    this.schema = schema;
    this.validator = Validator.create(JsonSchema.of(schema.copy()), OPTIONS);
  }

  /** As it stands: for what is sent to us. */
  static ContractSchema open(JsonObject schema) {
    return new ContractSchema(schema);
  }

  /**
   * Closed: for what we answer. The contract lets receivers expect members to be added, but what we
   * answer today has to be in today's contract.
   */
  static ContractSchema closed(JsonObject schema) {
    return new ContractSchema(withoutOthers(schema));
  }

  /** What is wrong with a JSON value: places and sentences. */
  List<String> mistakes(Object json) {
    var result = validator.validate(json);
    if (result.getValid()) {
      return List.of();
    }
    return Optional.ofNullable(result.getErrors()).orElse(List.of()).stream()
        .map(ContractSchema::sentence)
        .distinct()
        .toList();
  }

  /** What is wrong with the text of a header or parameter, which may stand for a number. */
  List<String> mistakesOfText(String text) {
    var type = schema.getValue("type");
    if ("boolean".equals(type) && List.of("true", "false").contains(text)) {
      return mistakes(Boolean.valueOf(text));
    }
    if (!"integer".equals(type)) {
      return mistakes(text);
    }
    try {
      return mistakes(Long.valueOf(text));
    } catch (NumberFormatException noNumber) {
      return List.of("is not an integer");
    }
  }

  private static String sentence(OutputUnit error) {
    return error.getInstanceLocation() + " " + error.getError();
  }

  private static JsonObject withoutOthers(JsonObject schema) {
    var closed = schema.copy();
    var properties = closed.getJsonObject("properties");
    if (properties != null) {
      properties.forEach(member -> member.setValue(withoutOthers((JsonObject) member.getValue())));
      if (!closed.containsKey("additionalProperties")) {
        closed.put("additionalProperties", false);
      }
    }
    if (closed.getValue("items") instanceof JsonObject items) {
      closed.put("items", withoutOthers(items));
    }
    return closed;
  }
}
