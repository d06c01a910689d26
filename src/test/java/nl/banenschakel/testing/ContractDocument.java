package nl.banenschakel.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract, with every reference put in, and its operations by method and path. */
final class ContractDocument {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final int REFERENCES_MAX = 20;

  private final JsonObject contract;
  private final String base;
  private final List<Operation> operations = new ArrayList<>();

  /**
   * One operation.
   *
   * @param template path as in the contract, below the base
   * @param parameters of the operation and of its path
   */
  record Operation(
      String id,
      String method,
      String template,
      List<JsonObject> parameters,
      Optional<JsonObject> requestBody,
      JsonObject responses) {

    List<JsonObject> queryParameters() {
      return parameters.stream().filter(it -> it.getString("in").equals("query")).toList();
    }

    /** Whether a path below the base is one of this operation's. */
    boolean serves(String path) {
      return Pattern.matches(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"), path);
    }
  }

  ContractDocument(JsonObject source) {
    this.contract = (JsonObject) resolved(source, source, 0);
    this.base =
        URI.create(contract.getJsonArray("servers").getJsonObject(0).getString("url")).getPath();
    var paths = contract.getJsonObject("paths");
    for (var template : paths.fieldNames()) {
      addOperations(template, paths.getJsonObject(template));
    }
  }

  /** A contract of the project that is no resource: what others offer and we only call. */
  @SuppressWarnings("unchecked") // the keys of an OpenAPI document are texts
  static ContractDocument read(Path file) {
    try (var yaml = Files.newInputStream(file)) {
      var loaded = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
      return new ContractDocument(new JsonObject((Map<String, Object>) loaded));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** Whether an address belongs to this contract; pages for people do not. */
  boolean covers(String path) {
    return path.equals(base) || path.startsWith(base + "/");
  }

  /** The operations at an address, of whatever method. */
  List<Operation> at(String path) {
    var below = path.substring(base.length());
    return operations.stream().filter(operation -> operation.serves(below)).toList();
  }

  /** An answer that no operation owns, such as that of an unknown path. */
  JsonObject sharedResponse(String name) {
    return contract.getJsonObject("components").getJsonObject("responses").getJsonObject(name);
  }

  private void addOperations(String template, JsonObject path) {
    var shared = objects(path.getJsonArray("parameters", new JsonArray()));
    for (var method : new TreeSet<>(METHODS)) {
      var operation = path.getJsonObject(method);
      if (operation != null) {
        var parameters = new ArrayList<>(shared);
        parameters.addAll(objects(operation.getJsonArray("parameters", new JsonArray())));
        operations.add(
            new Operation(
                operation.getString("operationId"),
                method.toUpperCase(Locale.ROOT),
                template,
                parameters,
                Optional.ofNullable(operation.getJsonObject("requestBody")),
                operation.getJsonObject("responses")));
      }
    }
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static Object resolved(JsonObject root, Object node, int references) {
    if (references > REFERENCES_MAX) {
      throw new IllegalStateException("The contract's references run in a circle.");
    }
    if (node instanceof JsonArray array) {
      var copy = new JsonArray();
      array.forEach(item -> copy.add(resolved(root, item, references)));
      return copy;
    }
    if (!(node instanceof JsonObject object)) {
      return node;
    }
    if (object.getValue("$ref") instanceof String reference) {
      return resolved(root, target(root, reference), references + 1);
    }
    var copy = new JsonObject();
    object.forEach(
        member -> copy.put(member.getKey(), resolved(root, member.getValue(), references)));
    return copy;
  }

  private static Object target(JsonObject root, String reference) {
    Object found = root;
    for (var name : reference.substring("#/".length()).split("/", -1)) {
      found = found instanceof JsonObject object ? object.getValue(name) : null;
      if (found == null) {
        throw new IllegalStateException("The contract refers to nothing: " + reference);
      }
    }
    return found;
  }
}
