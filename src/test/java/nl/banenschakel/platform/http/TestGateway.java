package nl.banenschakel.platform.http;

import static nl.banenschakel.platform.audit.Reads.NO_PERSONS;
import static nl.banenschakel.platform.audit.Reads.PAYROLL;
import static nl.banenschakel.platform.auth.Role.ADMIN;
import static nl.banenschakel.platform.auth.Role.HR;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nl.banenschakel.platform.audit.AuditLine;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Forge;
import nl.banenschakel.platform.auth.Representations;
import nl.banenschakel.platform.auth.TokenGate;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Wire.Answer;
import nl.banenschakel.platform.json.Fields;

/** A server with an operation of every sort, on a free port of the loopback. */
final class TestGateway implements AutoCloseable {
  static final String SECRET = "999990019 was here";
  static final String API_VERSION = "7.8.9";

  private final List<String> observed = new CopyOnWriteArrayList<>();
  private final List<AuditLine> kept = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final int port;
  private volatile boolean auditLost;

  TestGateway() {
    var gate = new TokenGate(vertx, Forge.keys(), Forge.RULES, InstantSource.system());
    var admission = new Admission(gate, Representations.NONE);
    var http = Endpoints.create(vertx, admission, API_VERSION, this::keep, this::observe);
    mount(http);
    mountFailing(http);
    mountPages(http);
    port = http.server(vertx, HttpLimits.options()).listen(0, "127.0.0.1").await().actualPort();
  }

  private void mount(Endpoints http) {
    var hr = Set.of(HR);
    http.get("getThing", "/v1/things/:id", hr, NO_PERSONS, this::thing);
    http.post(
        "postThing",
        "/v1/things",
        hr,
        NO_PERSONS,
        call -> call.json(TestGateway::name).map(this::made));
    http.get("listThings", "/v1/things", hr, NO_PERSONS, this::list);
    http.upload(
        "postFile",
        "/v1/files",
        hr,
        NO_PERSONS,
        Set.of("text/csv", "application/json"),
        this::file);
    http.open(
        "getOpen",
        "/v1/open",
        NO_PERSONS,
        call -> Future.succeededFuture(Reply.text("text/plain", "hi")));
    http.get("getReport", "/v1/report", hr, NO_PERSONS, TestGateway::report);
    http.get("getPerson", "/v1/persons/:id", hr, PAYROLL, TestGateway::person);
    http.unbound().get("getWho", "/v1/who", Set.of(HR, ADMIN), NO_PERSONS, this::who);
    http.get("getBound", "/v1/bound", Set.of(HR, ADMIN), NO_PERSONS, this::who);
  }

  private static void mountFailing(Endpoints http) {
    var away = new Failure.Unavailable("No.");
    failing(http, "getDefect", "/v1/defect", NO_PERSONS, new Exception(SECRET));
    failing(http, "getPersonDefect", "/v1/defect/:id", PAYROLL, new Exception(SECRET));
    failing(http, "getAway", "/v1/away", NO_PERSONS, away);
    failing(http, "getPersonAway", "/v1/away/:id", PAYROLL, away);
    http.get(
        "getThrown",
        "/v1/thrown",
        Set.of(HR),
        NO_PERSONS,
        call -> {
          throw new IllegalStateException(SECRET);
        });
  }

  private static void failing(
      Endpoints http, String id, String path, Reads reads, Exception cause) {
    http.get(id, path, Set.of(HR), reads, call -> Future.failedFuture(cause));
  }

  private static void mountPages(Endpoints http) {
    http.open("showPerson", "/v1/person", PAYROLL, TestGateway::shown);
    http.open(
        "getPage",
        "/v1/page",
        NO_PERSONS,
        call ->
            Future.succeededFuture(
                Reply.text("text/html", "<p>")
                    .with("Content-Security-Policy", "style-src 'self'")));
  }

  Answer send(String line, List<String> headers, String body) {
    return Wire.send(port, line, headers, body);
  }

  /** As HR of one organisation. */
  Answer asHr(String line, List<String> headers, String body) {
    var all = new ArrayList<>(headers);
    all.add("Authorization: Bearer " + Forge.good(Forge.claims()));
    return send(line, all, body);
  }

  Answer asHr(String line) {
    return asHr(line, List.of(), "");
  }

  /** The observer is told when the last byte has left: the client may have read it by then. */
  List<String> observedUntil(String what) throws InterruptedException {
    for (int i = 0; i < 200 && !observed.contains(what); i++) {
      Thread.sleep(25);
    }
    return List.copyOf(observed);
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    vertx.close().await();
  }

  private void observe(String operationId, int status, Duration duration) {
    observed.add(operationId + " " + status);
  }

  /** What was to be kept before an answer left. */
  List<AuditLine> kept() {
    return List.copyOf(kept);
  }

  /** From now on nothing can be kept. */
  void loseAudit() {
    auditLost = true;
  }

  private Future<Void> keep(AuditLine line) {
    return auditLost || !kept.add(line)
        ? Future.failedFuture(new Exception(SECRET))
        : Future.succeededFuture();
  }

  private static Future<Reply> person(Call call) {
    var id = call.pathId("id");
    return Future.succeededFuture(
        Reply.ok(new JsonObject().put("id", id.toString())).about(People.of(List.of(id))));
  }

  /** A page whose reader shows a cookie; without one it tells anybody. */
  private static Future<Reply> shown(Call call) {
    var organisation = Forge.ORGANISATION;
    call.cookie("reader")
        .ifPresent(
            reader ->
                call.signedIn(new Caller(reader, organisation, Set.of(organisation), Set.of(HR))));
    return Future.succeededFuture(Reply.text("text/html", "<p>").about(People.of(3)));
  }

  private Future<Reply> thing(Call call) {
    var id = call.pathId("id");
    return Future.succeededFuture(
        Reply.ok(new JsonObject().put("id", id).put("amount", new BigDecimal("4E+1"))));
  }

  private static String name(Fields in) {
    var name = in.required("name", Fields.text(20));
    return in.build(name::get);
  }

  private Reply made(String name) {
    return Reply.created("/v1/things/1", new JsonObject().put("name", name));
  }

  private Future<Reply> list(Call call) {
    var in = call.parameters();
    var limit = in.query("limit", Integer::valueOf).optional();
    var delivery = in.query("delivery", String::valueOf).required();
    var number = in.header("Number", Integer::valueOf).required();
    return Future.succeededFuture(
        in.build(
            () ->
                Reply.ok(
                    new JsonObject()
                        .put("limit", limit.get().orElse(10))
                        .put("delivery", delivery.get())
                        .put("number", number.get()))));
  }

  /** Waits before it reads, as an operation does that asks the database first. */
  private Future<Reply> file(Call call) {
    if (call.contentType().equals("application/json")) {
      return call.json(TestGateway::name).map(this::made);
    }
    return vertx
        .timer(100, TimeUnit.MILLISECONDS)
        .compose(waited -> count(call))
        .map(bytes -> Reply.ok(new JsonObject().put("bytes", bytes)));
  }

  private static Future<Long> count(Call call) {
    Promise<Long> counted = Promise.promise();
    long[] bytes = {0};
    call.body()
        .exceptionHandler(counted::tryFail)
        .endHandler(end -> counted.tryComplete(bytes[0]))
        .handler(piece -> bytes[0] += piece.length())
        .resume();
    return counted.future();
  }

  private static Future<Reply> report(Call call) {
    var type = call.choose(List.of("application/json", "text/csv"));
    return Future.succeededFuture(
        type.equals("text/csv") ? Reply.text(type, "a;b") : Reply.ok(new JsonObject()));
  }

  private Future<Reply> who(Call call) {
    var caller = call.caller();
    return Future.succeededFuture(
        Reply.ok(
            new JsonObject()
                .put("subject", caller.subject())
                .put("organisation", Optional.of(caller.organisation()).get())
                .put("organisations", caller.organisations().size())));
  }
}
