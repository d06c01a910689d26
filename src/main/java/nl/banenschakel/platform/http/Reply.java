package nl.banenschakel.platform.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.json.PlainJson;

/**
 * An answer that succeeded, or a page that says what did not. It is written out when it is made, so
 * that what cannot be written fails in the operation.
 *
 * @param status 2xx or 3xx; of a page, any
 * @param headers beside those that every answer has; one of the same name replaces it
 * @param body none for 204
 * @param people whom it tells of, for the audit
 */
public record Reply(int status, Map<String, String> headers, Optional<Buffer> body, People people) {
  private static final String CONTENT_TYPE = "Content-Type";

  /**
   * The headers are copied: a reply does not change.
   *
   * @throws IllegalArgumentException for a header that would end its own line
   */
  public Reply {
    headers = Map.copyOf(headers);
    if (headers.values().stream().anyMatch(value -> value.chars().anyMatch(c -> c < ' '))) {
      throw new IllegalArgumentException("A header holds a control character.");
    }
  }

  /** 200 with JSON. */
  public static Reply ok(JsonObject body) {
    return json(200, body);
  }

  /** 201: made, and at this address. */
  public static Reply created(String location) {
    return empty(201, location);
  }

  /** 201: made, at this address, and looks like this. */
  public static Reply created(String location, JsonObject body) {
    return json(201, body).with("Location", location);
  }

  /** 303: see there, with GET. */
  public static Reply seeOther(String location) {
    return empty(303, location);
  }

  /** 200 with text in UTF-8, which the media type must not say again. */
  public static Reply text(String mediaType, String body) {
    return bytes(mediaType + "; charset=utf-8", Buffer.buffer(body));
  }

  /** 200 with bytes. */
  public static Reply bytes(String contentType, Buffer body) {
    return new Reply(200, Map.of(CONTENT_TYPE, contentType), Optional.of(body), People.UNKNOWN);
  }

  /** The same reply with another status, for pages. */
  public Reply withStatus(int other) {
    return new Reply(other, headers, body, people);
  }

  /** The same reply with one header more, or another value for it. */
  public Reply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, people);
  }

  /** The same reply, which tells of these people. */
  public Reply about(People told) {
    return new Reply(status, headers, body, told);
  }

  Buffer bytes() {
    return body.orElseGet(Buffer::buffer);
  }

  private static Reply empty(int status, String location) {
    return new Reply(status, Map.of("Location", location), Optional.empty(), People.UNKNOWN);
  }

  private static Reply json(int status, JsonObject body) {
    return bytes("application/json", PlainJson.write(body)).withStatus(status);
  }
}
