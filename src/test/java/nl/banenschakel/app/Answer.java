package nl.banenschakel.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the gateway answered.
 *
 * @param status the HTTP status
 * @param headers names in any case
 * @param text the body, empty where there was none
 * @param bytes the same as it was on the line
 */
public record Answer(int status, HttpHeaders headers, String text, Buffer bytes) {

  /** One whose body is text. */
  Answer(int status, HttpHeaders headers, String text) {
    this(status, headers, text, Buffer.buffer(text));
  }

  /** Itself, where it has this status. */
  @CanIgnoreReturnValue
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("Answered " + status + ": " + text);
    }
    return this;
  }

  /** The body as JSON. */
  public JsonObject json() {
    return new JsonObject(text);
  }

  /** One header, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The stable code of a failure. */
  public String code() {
    return json().getString("code");
  }

  /** Every mistake of a refusal, as place and code. */
  public List<String> mistakes() {
    return json().getJsonArray("errors").stream()
        .map(JsonObject.class::cast)
        .map(mistake -> mistake.getString("at") + " " + mistake.getString("code"))
        .toList();
  }

  /** The objects of a page. */
  public List<JsonObject> items() {
    return json().getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  /** Everything that reached the receiver: the headers, then the body. */
  public String everything() {
    return headers.map().entrySet().stream()
        .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
        .collect(Collectors.joining("\n", "", "\n\n" + text));
  }

  /** From bytes; a body that is text is UTF-8 or has nothing but ASCII. */
  static Answer of(int status, HttpHeaders headers, byte[] body) {
    return new Answer(
        status, headers, new String(body, StandardCharsets.UTF_8), Buffer.buffer(body));
  }
}
