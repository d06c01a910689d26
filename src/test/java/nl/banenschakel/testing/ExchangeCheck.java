package nl.banenschakel.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.testing.ContractDocument.Operation;

/** One exchange laid beside the contract; {@link ContractOracle} says which rules there are. */
final class ExchangeCheck {
  /** Answered before it is known what is asked for. */
  private static final Map<Integer, String> BEFORE_ROUTING =
      Map.of(414, "AddressTooLong", 431, "HeadersTooLarge");

  private final ContractDocument contract;
  private final Exchange exchange;
  private final List<Operation> here;
  private final List<String> found = new ArrayList<>();

  ExchangeCheck(ContractDocument contract, Exchange exchange) {
    this.contract = contract;
    this.exchange = exchange;
    this.here = contract.at(exchange.path());
  }

  /**
   * The operation that was called, if there is one; HEAD asks for what GET gives, less the body.
   */
  Optional<Operation> operation() {
    var method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    return here.stream().filter(it -> it.method().equals(method)).findFirst();
  }

  List<String> deviations() {
    var beforeRouting = BEFORE_ROUTING.get(exchange.status());
    if (beforeRouting != null) {
      answer(contract.sharedResponse(beforeRouting));
    } else if (here.isEmpty()) {
      unowned(404, "NotFound", "The contract has no such path");
    } else {
      operation()
          .ifPresentOrElse(
              this::owned,
              () -> unowned(405, "MethodNotAllowed", "The contract has no such method here"));
    }
    if (exchange.status() == 405) {
      allow();
    }
    return List.copyOf(found);
  }

  private void unowned(int only, String response, String why) {
    if (exchange.status() == only) {
      answer(contract.sharedResponse(response));
    } else {
      found.add(why + ": it may only answer " + only);
    }
  }

  private void owned(Operation operation) {
    var response = operation.responses().getJsonObject(String.valueOf(exchange.status()));
    if (response == null) {
      found.add(operation.id() + " does not document the status " + exchange.status());
      return;
    }
    answer(response);
    if (exchange.succeeded()) {
      query(operation);
      requestBody(operation);
    }
  }

  private void answer(JsonObject response) {
    headers(response.getJsonObject("headers", new JsonObject()));
    var content = response.getJsonObject("content", new JsonObject());
    var type = exchange.responseHeaders().get("Content-Type");
    if (content.isEmpty()) {
      if (exchange.responseBody().length() > 0) {
        found.add("The answer should have no body");
      }
    } else if (type == null) {
      found.add("The answer lacks the header Content-Type");
    } else if (!exchange.method().equals("HEAD")) {
      body("The answer", content, type, ContractSchema::closed, exchange.responseBody());
      problemStatus(type);
    }
  }

  private void headers(JsonObject documented) {
    for (var name : documented.fieldNames()) {
      var header = documented.getJsonObject(name);
      var value = exchange.responseHeaders().get(name);
      if (value != null) {
        text("The answer's header " + name, header, value);
      } else if (header.getBoolean("required", false)) {
        found.add("The answer lacks the header " + name);
      }
    }
  }

  private void problemStatus(String type) {
    if (!found.isEmpty() || !Exchange.essence(type).equals("application/problem+json")) {
      return;
    }
    var stated = exchange.responseBody().toJsonObject().getInteger("status");
    if (!Integer.valueOf(exchange.status()).equals(stated)) {
      found.add("The problem says status " + stated);
    }
  }

  private void allow() {
    var allowed = exchange.responseHeaders().get("Allow");
    if (allowed == null) {
      return;
    }
    var named = new TreeSet<>(Arrays.asList(allowed.toUpperCase(Locale.ROOT).split("\\s*,\\s*")));
    named.removeAll(Set.of("HEAD", "OPTIONS"));
    var documented =
        here.stream().map(Operation::method).collect(Collectors.toCollection(TreeSet::new));
    if (!named.equals(documented)) {
      found.add("The header Allow says " + named + ", the contract " + documented);
    }
  }

  private void query(Operation operation) {
    var sent = exchange.queryParameters();
    for (var parameter : operation.queryParameters()) {
      var name = parameter.getString("name");
      var value = sent.remove(name);
      if (value != null) {
        text("It took the query parameter " + name, parameter, value);
      } else if (parameter.getBoolean("required", false)) {
        found.add("It took a request without the query parameter " + name);
      }
    }
    sent.keySet()
        .forEach(name -> found.add("It took the query parameter " + name + ": not documented"));
  }

  private void requestBody(Operation operation) {
    var type = exchange.requestType();
    if (operation.requestBody().isEmpty()) {
      if (exchange.requestBody().length() > 0) {
        found.add("It took a body: not documented");
      }
    } else if (type.isEmpty()) {
      found.add("It took a body without the header Content-Type");
    } else {
      var content = operation.requestBody().get().getJsonObject("content");
      body("The request", content, type.get(), ContractSchema::open, exchange.requestBody());
    }
  }

  private void text(String whose, JsonObject documented, String value) {
    ContractSchema.open(documented.getJsonObject("schema")).mistakesOfText(value).stream()
        .map(mistake -> whose + ": " + mistake)
        .forEach(found::add);
  }

  private void body(
      String whose,
      JsonObject content,
      String type,
      Function<JsonObject, ContractSchema> reading,
      Buffer body) {
    var essence = Exchange.essence(type);
    var documented = content.getJsonObject(essence);
    if (documented == null) {
      found.add(whose + " has a media type that is not documented: " + type);
    } else if (essence.endsWith("json")) {
      json(whose, reading.apply(documented.getJsonObject("schema")), body);
    }
  }

  private void json(String whose, ContractSchema schema, Buffer body) {
    try {
      schema.mistakes(Json.decodeValue(body)).stream()
          .map(mistake -> whose + "'s JSON: " + mistake)
          .forEach(found::add);
    } catch (DecodeException noJson) {
      found.add(whose + "'s body is no JSON");
    }
  }
}
