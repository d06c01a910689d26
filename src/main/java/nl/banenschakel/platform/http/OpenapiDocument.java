package nl.banenschakel.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The contract {@code openapi/gateway.yaml}, as JSON with its members in the order of the file: the
 * same bytes for as long as the file is the same. Read and written out once, when it is loaded.
 */
public final class OpenapiDocument {
  private static final String CONTRACT = "/openapi/gateway.yaml";

  private final Buffer json;
  private final String version;

  private OpenapiDocument(JsonObject contract) {
    this.json = contract.toBuffer();
    this.version = contract.getJsonObject("info").getString("version");
  }

  /**
   * Reads the contract from the class path; it blocks, so at start-up only.
   *
   * @throws IllegalStateException when it is not there
   */
  public static OpenapiDocument load() {
    try (var yaml = OpenapiDocument.class.getResourceAsStream(CONTRACT)) {
      if (yaml == null) {
        throw new IllegalStateException("The class path lacks " + CONTRACT + ".");
      }
      var loaded =
          new Load(LoadSettings.builder().setLabel(CONTRACT).build()).loadFromInputStream(yaml);
      return new OpenapiDocument(object(loaded));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The JSON text, UTF-8. */
  public Buffer json() {
    return json.copy();
  }

  /** The contract's full version, for the header {@code API-Version}. */
  public String version() {
    return version;
  }

  @SuppressWarnings("unchecked") // the keys of an OpenAPI document are texts
  private static JsonObject object(Object loaded) {
    return new JsonObject((Map<String, Object>) loaded);
  }
}
