package nl.banenschakel.testing;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Exchanges as the contract has them, to plant deviations in. */
final class SampleExchanges {
  static final String ID = "0197a3c2-9f00-7b11-8a01-6d2b7e10b001";

  private SampleExchanges() {}

  static JsonObject snapshot() {
    return new JsonObject()
        .put("id", ID)
        .put("loonheffingennummer", "001000275L01")
        .put("peildatum", "2026-04-01")
        .putNull("updatedTo")
        .put("source", "portal")
        .put("lines", 3)
        .put("persons", 3)
        .put("receivedAt", "2026-04-02T09:15:00Z")
        .put("receivedBy", "hr-system");
  }

  static Exchange listed(JsonObject snapshot) {
    var page = new JsonObject().put("items", new JsonArray().add(snapshot)).put("next", ID);
    return get("/v1/register-snapshots", 200, headers("application/json"), page.encode());
  }

  static Exchange listed(String query) {
    return get(
        "/v1/register-snapshots" + query, 200, headers("application/json"), "{\"items\":[]}");
  }

  static Exchange created(String type, JsonObject draft) {
    var answer =
        new JsonObject()
            .put("id", ID)
            .put("name", "Voorbeeld")
            .put("kinds", new JsonArray().add("employer"))
            .put("loonheffingennummers", new JsonArray())
            .put("createdAt", "2026-04-02T09:15:00Z");
    return new Exchange(
        "POST",
        "/v1/organisations",
        Optional.of(type),
        draft.toBuffer(),
        201,
        headers("application/json"),
        answer.toBuffer());
  }

  static JsonObject problemBody(int status) {
    return new JsonObject()
        .put("type", "https://banenschakel.example.org/problems#not-found")
        .put("title", "Not found")
        .put("status", status)
        .put("detail", "There is no such thing here.")
        .put("code", "NOT_FOUND");
  }

  static Exchange problem(String method, String target, int status, MultiMap headers) {
    return new Exchange(
        method,
        target,
        Optional.empty(),
        Buffer.buffer(),
        status,
        headers,
        problemBody(status).toBuffer());
  }

  static Exchange bodiless(String method, String target, int status, MultiMap headers) {
    return new Exchange(
        method, target, Optional.empty(), Buffer.buffer(), status, headers, Buffer.buffer());
  }

  static Exchange get(String target, int status, MultiMap headers, String body) {
    return new Exchange(
        "GET", target, Optional.empty(), Buffer.buffer(), status, headers, Buffer.buffer(body));
  }

  static MultiMap headers(String contentType) {
    return MultiMap.caseInsensitiveMultiMap()
        .set("api-version", "0.1.0")
        .set("cache-control", "no-store")
        .set("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
        .set("request-id", ID)
        .set("content-type", contentType)
        .set("strict-transport-security", "max-age=31536000")
        .set("x-content-type-options", "nosniff")
        .set("x-frame-options", "DENY");
  }
}
