package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.dotted;
import static nl.banenschakel.app.BsnPush.spaced;
import static nl.banenschakel.app.SampleFiles.NUMBER;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;

/** A BSN in every part of a request that is no file: JSON, path, query, headers, request line. */
final class BsnRequestPushes {
  private static final String JSON = "application/json";

  private static final String ITEM =
      "{\"personnelNumber\":\"1\",\"bsn\":\"%1$s\",\"startDate\":\"2026-01-01\",\"contractHoursPerWeek\":8}";

  private static final String ANSWER =
      "{\"bsn\":\"%1$s\",\"answer\":\"in\"},{\"bsn\":\"%1$s\",\"answer\":\"%1$s\",\"from\":\"%1$s\"}";

  /** Where a BSN may stand in the body of any operation that takes JSON. */
  private static final List<String> BODIES =
      List.of(
          "\"%s\"",
          "%s",
          "[%s]",
          "{\"%s\":1}",
          "{\"%s\":1,\"%1$s\":2}",
          "{\"name\":%s}",
          "{\"name\":{\"%s\":[]}}",
          "{\"loonheffingennummer\":\"%s\"}",
          "{\"loonheffingennummer\":\"%sL01\"}",
          "{\"loonheffingennummer\":\"" + NUMBER + "\",\"from\":\"%s\",\"until\":\"%1$s\"}",
          "{\"loonheffingennummer\":\"" + NUMBER + "\",\"peildatum\":\"%s\",\"bsns\":[]}",
          "{\"loonheffingennummer\":\"" + NUMBER + "\",\"peildatum\":\"2026-04-01\",\"bsns\":[%s]}",
          "{\"loonheffingennummer\":\"" + NUMBER + "\",\"items\":[" + ITEM + "]}",
          "{\"loonheffingennummer\":\""
              + NUMBER
              + "\",\"peildatum\":\"2026-04-01\",\"answers\":["
              + ANSWER
              + "]}",
          "{\"source\":\"%1$s\",\"items\":[" + ITEM.replace("\"1\"", "\"%1$s\"") + "]}",
          "{\"loonheffingennummer\":\"" + NUMBER + "\",\"bsn\":\"%s\"}",
          "{\"loonheffingennummer\":\"" + NUMBER + "\",\"bsn\":\"%s\",\"day\":\"%1$s\"}",
          "{\"name\":\"Test\",\"kinds\":[\"%s\"],\"loonheffingennummers\":[]}",
          "{\"name\":\"Test\",\"kinds\":[\"lender\"],\"loonheffingennummers\":[\"%s\"]}",
          "{\"bsns\":[\"%s\"]}",
          "{\"bsns\":[\"%s\",\"%1$s\",\"x%1$s\"]}",
          "{\"loonheffingennummer\":\"" + NUMBER + "\",\"purpose\":\"candidate\",\"bsn\":\"%s\"}",
          "{\"holder\":\"%s\",\"covers\":[\"%1$s\"],\"firstDay\":\"%1$s\",\"lastDay\":\"%1$s\"}",
          "{\"name\":\"%s",
          "// %s\n{}",
          "{} %s");

  private static final List<String> READ =
      List.of(
          "/v1/organisations",
          "/v1/register-snapshots",
          "/v1/register-answers",
          "/v1/persons/00000000-0000-0000-0000-000000000000/presence",
          "/v1/reconciliations",
          "/v1/contracts",
          "/v1/wage-returns",
          "/v1/income-relationships",
          "/v1/tijdvakken",
          "/v1/control-totals",
          "/v1/audit-lines",
          "/v1/reports/reconciliation",
          "/v1/openapi.json");

  private final TestGateway gateway;
  private final ApiClient client;
  private final ApiClient operator;
  private final BsnPush push;

  BsnRequestPushes(TestGateway gateway, UUID organisation, BsnPush push) {
    this.gateway = gateway;
    this.client = gateway.as(organisation, Role.HR, Role.PAYROLL, Role.FINANCE, Role.PRIVACY);
    this.operator = gateway.as(organisation, Role.ADMIN);
    this.push = push;
  }

  void addAll() {
    names();
    bodies();
    new BsnTotalPushes(client, push).addAll();
    paths();
    managementPages();
    queries();
    headers();
    tokens();
    requestLines();
  }

  private void names() {
    for (var name : List.of("%s", "Zorg %s", "%sBV", "a%s.b", "Zorg\u00A0%s")) {
      push.add("organisation named " + name, bsn -> name(name.formatted(bsn)));
      push.add("organisation named dotted " + name, bsn -> name(name.formatted(dotted(bsn))));
      push.add("organisation named spaced " + name, bsn -> name(name.formatted(spaced(bsn))));
    }
  }

  private void name(String name) {
    operator.post(
        "/v1/organisations",
        JSON,
        "{\"name\":\"%s\",\"kinds\":[\"lender\"],\"loonheffingennummers\":[]}".formatted(name));
  }

  private void bodies() {
    for (var path :
        List.of(
            "/v1/organisations",
            "/v1/register-snapshots",
            "/v1/register-answers",
            "/v1/persons/_explain",
            "/v1/reconciliations",
            "/v1/persons/_search",
            "/v1/register-checks",
            "/v1/register-mandates",
            "/v1/contracts")) {
      var sender = path.equals("/v1/organisations") ? operator : client;
      for (var body : BODIES) {
        push.add(path + " with " + body, bsn -> sender.post(path, JSON, body.formatted(bsn)));
      }
    }
  }

  private void paths() {
    for (var path :
        List.of(
            "/%s",
            "/v1/%s",
            "/v1/uploads/%s",
            "/v1/uploads/%s/",
            "/v1/register-snapshots/%s",
            "/v1/register-answers/%s",
            "/v1/register-snapshots/%s/differences?with=%1$s",
            "/v1/persons/%s/presence",
            "/v1/contracts/%s",
            "/v1/wage-returns/%s",
            "/v1/control-totals/%s",
            "/v1/wage-returns/%s/relationships",
            "/v1/reconciliations/%s",
            "/v1/reconciliations/%s/findings",
            "/v1/reconciliations/%s/people",
            "/v1/reports/%s",
            "/v1/uploads/00000000-0000-0000-0000-000%s",
            "/v1/%%39%s",
            "/static/%s.css")) {
      push.add("path " + path, bsn -> client.get(path.formatted(bsn)));
      push.add("path dotted " + path, bsn -> client.get(path.formatted(dotted(bsn))));
      push.add("path without token " + path, bsn -> gateway.anonymous().get(path.formatted(bsn)));
    }
  }

  private void managementPages() {
    for (var path : List.of("/%s", "/metrics/%s", "/metrics?x=%s", "/health?%s", "/ready/%s/")) {
      push.add("management " + path, bsn -> gateway.managementPage(path.formatted(bsn)));
    }
  }

  private void queries() {
    for (var path : READ) {
      for (var name :
          List.of("limit", "after", "asOf", "changedSince", "run", "operation", "from", "x")) {
        push.add("query " + name + " of " + path, bsn -> client.get(path + "?" + name + "=" + bsn));
      }
      push.add("query name of " + path, bsn -> client.get(path + "?" + bsn + "=1"));
      push.add(
          "query twice of " + path, bsn -> client.get(path + "?limit=" + bsn + "&limit=" + bsn));
    }
  }

  private void headers() {
    for (var name :
        List.of(
            "Organisation-Id",
            "Accept",
            "Accept-Language",
            "Content-Encoding",
            "Cookie",
            "User-Agent",
            "Request-Id",
            "X-Request-Id",
            "traceparent",
            "tracestate",
            "Idempotency-Key",
            "If-None-Match",
            "Origin",
            "Referer",
            "X-Forwarded-For")) {
      push.add("header " + name, bsn -> client.get("/v1/reconciliations", name, bsn));
      push.add("header of a page " + name, bsn -> client.get("/", name, bsn));
      push.add(
          "header of a post " + name,
          bsn -> client.post("/v1/reconciliations", JSON, "{}", name, "x" + bsn));
    }
    push.add("header name", bsn -> client.get("/v1/reconciliations", "X-" + bsn, "1"));
    push.add("content type", bsn -> client.post("/v1/reconciliations", "text/" + bsn, "{}"));
    push.add("charset", bsn -> client.post("/v1/reconciliations", JSON + ";charset=" + bsn, "{}"));
  }

  private void tokens() {
    push.add("token", bsn -> gateway.withToken(bsn).get("/v1/organisations"));
    push.add(
        "token of three parts", bsn -> gateway.withToken(bsn + ".e30.x").get("/v1/organisations"));
    push.add(
        "token with it in a header",
        bsn ->
            gateway
                .withToken(base64("{\"alg\":\"ES256\",\"kid\":\"" + bsn + "\"}") + ".e30.AAAA")
                .get("/v1/organisations"));
    push.add(
        "basic authorization",
        bsn ->
            gateway
                .anonymous()
                .get("/v1/organisations", "Authorization", "Basic " + base64(bsn + ":x")));
  }

  private void requestLines() {
    for (var request :
        List.of(
            "%s /v1/organisations HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1/%s HTTP/9.9\r\nHost: x\r\n\r\n",
            "GET /v1/%s\r\n\r\n",
            "GET /v1/a b%s HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1/%%zz%s HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1/organisations?%%zz%s HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /v1/organisations HTTP/1.1\r\nHost: %s\r\n\r\n",
            "GET /v1/organisations HTTP/1.1\r\nHost: x\r\nbad\u0000%s: 1\r\n\r\n",
            "POST /v1/reconciliations HTTP/1.1\r\nHost: x\r\nContent-Length: x%s\r\n\r\n",
            "POST /v1/reconciliations HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n",
            "GET /%s" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: %s" + "x".repeat(20_000) + "\r\n\r\n",
            "%s\r\n\r\n")) {
      push.add(
          "request line " + request.substring(0, Math.min(75, request.length())),
          bsn -> gateway.hear(RawExchange.send(gateway.base(), request.formatted(bsn))));
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
