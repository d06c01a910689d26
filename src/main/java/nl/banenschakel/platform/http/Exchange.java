package nl.banenschakel.platform.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.banenschakel.platform.audit.AuditLine;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.audit.TraceParent;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.failure.Failure;

/** One request and its answer, from the first byte of the one to the last of the other. */
final class Exchange {
  /** The operation of a request that is for none. */
  static final String NO_OPERATION = "none";

  private static final String KEY = Exchange.class.getName();
  private static final int CLIENT_FAULT = 400;
  private static final int ID_RANDOM = 4;
  private static final int ID_BY_TIME = 7;

  private final HttpServerRequest request;
  private final RequestBody body;
  private final UUID id = UUID.randomUUID();
  private final long startedNs = System.nanoTime();
  private final TraceParent trace;
  private Optional<Operation> operation = Optional.empty();
  private Optional<Caller> caller = Optional.empty();
  private Optional<UUID> resource = Optional.empty();
  private final Set<String> allowed = new TreeSet<>();
  private boolean answered;

  Exchange(HttpServerRequest request) {
    this.request = request;
    this.body = new RequestBody(request);
    this.trace = TraceParent.of(request.headers().getAll(TraceParent.HEADER), id);
  }

  /** Why no operation took it: there is none at the address, or none with the method. */
  static Failure unmatched(RoutingContext context) {
    var allowed = of(context).allowed;
    return allowed.isEmpty()
        ? new Failure.NotFound()
        : new Failure.MethodNotAllowed(String.join(", ", allowed));
  }

  /** What a route failed with. */
  static Throwable failure(RoutingContext context) {
    return context.failure() == null
        ? new IllegalStateException("A route failed without a cause.")
        : context.failure();
  }

  /** The exchange of a routing context: begun when first asked for. */
  static Exchange of(RoutingContext context) {
    Exchange begun = context.get(KEY);
    if (begun == null) {
      begun = new Exchange(context.request());
      context.put(KEY, begun);
    }
    return begun;
  }

  /** First of all: holds the body back, and takes no address with a slash at its end. */
  static void enter(RoutingContext context, Answers answers) {
    var exchange = of(context);
    var path = context.request().path();
    if (path != null && path.length() > 1 && path.endsWith("/")) {
      answers.fail(exchange, new Failure.NotFound());
    } else {
      context.next();
    }
  }

  HttpServerRequest request() {
    return request;
  }

  /** Adds what a path takes that has this address, and did not take the method. */
  void allow(Set<String> methods) {
    allowed.addAll(methods);
  }

  HttpServerResponse response() {
    return request.response();
  }

  RequestBody body() {
    return body;
  }

  /** The correlation id: in the log, in the header {@code Request-Id}, in the problem. */
  UUID id() {
    return id;
  }

  /** Where it stands in a chain of calls. */
  TraceParent trace() {
    return trace;
  }

  String operationId() {
    return operation.map(Operation::id).orElse(NO_OPERATION);
  }

  void operation(Operation known) {
    operation = Optional.of(known);
  }

  /** Who calls, as far as that is known by now: also whoever will be refused. */
  void caller(Caller known) {
    caller = Optional.of(known);
  }

  /**
   * The one thing that is asked for. Only an id of the kinds that we give (RFC 9562, versions 4 and
   * 7) is kept: another may be somebody's number with zeros before it.
   */
  void resource(UUID asked) {
    if (asked.version() == ID_RANDOM || asked.version() == ID_BY_TIME) {
      resource = Optional.of(asked);
    }
  }

  /** Nothing is told of people to somebody unknown, or on no ground: a mistake of ours. */
  Reply requireReader(Reply reply) {
    if (tellsOfPeople(reply) && reads(reply.people()) == Reads.DELIVERED) {
      throw new IllegalStateException("An answer does not say what of people it tells.");
    }
    if (tellsOfPeople(reply) && tenantCaller().isEmpty()) {
      throw new IllegalStateException("An answer tells of people, and nobody is known to read it.");
    }
    return reply;
  }

  /** What is to be written down before a reply leaves. */
  Optional<AuditLine> line(Reply reply) {
    return tellsOfPeople(reply)
        ? tenantCaller().map(by -> line(by, reply.status(), Optional.empty(), reply.people()))
        : Optional.empty();
  }

  /**
   * What is to be written down before a refusal leaves. A fault of ours is none, unless of an
   * operation that tells of people: somebody was asked about.
   */
  Optional<AuditLine> line(Problem problem) {
    return !problem.isFault() || readsPeople()
        ? tenantCaller()
            .map(by -> line(by, problem.status(), Optional.of(problem.code()), People.UNKNOWN))
        : Optional.empty();
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNs);
  }

  private boolean tellsOfPeople(Reply reply) {
    return reply.status() < CLIENT_FAULT && readsPeople();
  }

  private boolean readsPeople() {
    return operation.stream().anyMatch(it -> it.reads().persons());
  }

  /** A line is of an organisation: an operator that acts for none has no place for it. */
  private Optional<Caller> tenantCaller() {
    return caller.filter(by -> !by.organisation().equals(Caller.NO_ORGANISATION));
  }

  private AuditLine line(Caller by, int status, Optional<String> code, People people) {
    var reads = reads(people);
    return new AuditLine(by, operationId(), reads, status, code, resource, people, id, trace);
  }

  private Reads reads(People people) {
    return people.reads().or(() -> operation.map(Operation::reads)).orElse(Reads.NO_PERSONS);
  }

  /** True once: an exchange has one answer. */
  boolean begin() {
    boolean first = !answered;
    answered = true;
    return first;
  }
}
