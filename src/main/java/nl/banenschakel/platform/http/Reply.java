package nl.banenschakel.platform.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.json.PlainJson;
import nl.banenschakel.platform.stream.Chunks;

/**
 * An answer that succeeded, or a page that says what did not. It is written out when it is made, so
 * that what cannot be written fails in the operation; of one that may be of any size, the
 * beginning.
 *
 * @param status 2xx or 3xx; of a page, any
 * @param headers beside those that every answer has; one of the same name replaces it
 * @param body none for 204
 * @param rest what comes after the body, made while it is sent
 * @param people whom it tells of, for the audit
 */
public record Reply(
    int status,
    Map<String, String> headers,
    Optional<Buffer> body,
    Optional<Chunks> rest,
    People people) {
  private static final String CONTENT_TYPE = "Content-Type";

  /** Of a body of any size, what is made before any of it is sent. */
  private static final int BEGINNING_BYTES = 64 * 1024;

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

  /** 204: done, and there is nothing to say of it. */
  public static Reply none() {
    return of(204, Map.of(), Optional.empty());
  }

  /** 303: see there, with GET. */
  public static Reply seeOther(String location) {
    return empty(303, location);
  }

  /** 200 with text in UTF-8, which the media type must not say again. */
  public static Reply text(String mediaType, String body) {
    return bytes(inUtf8(mediaType), Buffer.buffer(body));
  }

  /** 200 with bytes. */
  public static Reply bytes(String contentType, Buffer body) {
    return of(200, Map.of(CONTENT_TYPE, contentType), Optional.of(body));
  }

  /**
   * 200 with bytes that are made while they are sent; they are closed whatever comes of it.
   *
   * @param mediaType bare; what is text is in UTF-8
   */
  public static Reply stream(String mediaType, Chunks body) {
    var headers =
        Map.of(CONTENT_TYPE, mediaType.startsWith("text/") ? inUtf8(mediaType) : mediaType);
    return new Reply(200, headers, Optional.empty(), Optional.of(body), People.UNKNOWN);
  }

  /** The same reply with another status, for pages. */
  public Reply withStatus(int other) {
    return new Reply(other, headers, body, rest, people);
  }

  /** The same reply with one header more, or another value for it. */
  public Reply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, rest, people);
  }

  /** The same reply, which tells of these people. */
  public Reply about(People told) {
    return new Reply(status, headers, body, rest, told);
  }

  /**
   * The same reply, of which as much is there as is kept in memory: what is small is all there, and
   * what fails so early can still be answered with its failure.
   */
  Future<Reply> begun() {
    return rest.map(this::begun).orElseGet(() -> Future.succeededFuture(this));
  }

  /** Gives back what the rest would be made of. */
  void abandon() {
    rest.ifPresent(Chunks::close);
  }

  Buffer bytes() {
    return body.orElseGet(Buffer::buffer);
  }

  private static String inUtf8(String mediaType) {
    return mediaType + "; charset=utf-8";
  }

  private Future<Reply> begun(Chunks chunks) {
    var beginning = Buffer.buffer();
    return filled(beginning, chunks)
        .map(
            all -> {
              var left = all ? Optional.<Chunks>empty() : rest;
              return new Reply(status, headers, Optional.of(beginning), left, people);
            })
        .onComplete(
            made -> {
              if (made.failed() || made.result().rest().isEmpty()) {
                chunks.close();
              }
            });
  }

  /** Whether that was all. A piece is of some size, so this asks for few. */
  private static Future<Boolean> filled(Buffer beginning, Chunks chunks) {
    return chunks
        .next()
        .compose(
            piece -> {
              piece.ifPresent(beginning::appendBuffer);
              return piece.isEmpty() || beginning.length() >= BEGINNING_BYTES
                  ? Future.succeededFuture(piece.isEmpty())
                  : filled(beginning, chunks);
            });
  }

  private static Reply empty(int status, String location) {
    return of(status, Map.of("Location", location), Optional.empty());
  }

  private static Reply of(int status, Map<String, String> headers, Optional<Buffer> body) {
    return new Reply(status, headers, body, Optional.empty(), People.UNKNOWN);
  }

  private static Reply json(int status, JsonObject body) {
    return bytes("application/json", PlainJson.write(body)).withStatus(status);
  }
}
