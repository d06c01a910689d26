package nl.banenschakel.platform.http;

import static nl.banenschakel.platform.http.Operation.Access.OPEN;
import static nl.banenschakel.platform.http.Operation.Access.ORGANISATION;
import static nl.banenschakel.platform.http.Operation.Access.UNBOUND;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.banenschakel.platform.audit.Audit;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;

/**
 * The operations of one server. A slice names an operation as the contract does, says who may, what
 * of people it tells and what body it takes, and gives a function; tokens, limits, failures,
 * headers, audit, log and metrics are seen to here. All operations are named before the server
 * listens.
 */
public final class Endpoints {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** After every operation of the path: whoever comes here used another method. */
  private static final int LAST = 1_000_000;

  private final Router router;
  private final Admission admission;
  private final Answers answers;
  private final Map<String, Set<String>> methods;
  private final Operation.Access access;

  private Endpoints(
      Router router,
      Admission admission,
      Answers answers,
      Map<String, Set<String>> methods,
      Operation.Access access) {
    this.router = router;
    this.admission = admission;
    this.answers = answers;
    this.methods = methods;
    this.access = access;
  }

  /**
   * A server's operations: none yet.
   *
   * @param admission lets callers in
   * @param apiVersion the contract's full version, sent with every answer
   * @param audit keeps who was told of people, and who was refused
   */
  public static Endpoints create(
      Vertx vertx,
      Admission admission,
      String apiVersion,
      Audit audit,
      OperationObserver observer) {
    var answers = new Answers(vertx, apiVersion, audit, observer);
    var router = Router.router(vertx);
    router.route().order(-1).handler(context -> Exchange.enter(context, answers));
    router.errorHandler(400, context -> answers.problem(Exchange.of(context), Problem.malformed()));
    router.errorHandler(
        404, context -> answers.fail(Exchange.of(context), Exchange.unmatched(context)));
    router.errorHandler(
        500, context -> answers.fail(Exchange.of(context), Exchange.failure(context)));
    return new Endpoints(router, admission, answers, new HashMap<>(), ORGANISATION);
  }

  /** The same server's operations, with the token's organisation left open: for operators. */
  public Endpoints unbound() {
    return new Endpoints(router, admission, answers, methods, UNBOUND);
  }

  /** An operation that reads. Answers HEAD too. */
  public void get(
      String operationId,
      String path,
      Set<Role> roles,
      Reads reads,
      Function<Call, Future<Reply>> function) {
    mount("GET", path, new Operation(operationId, access, roles, reads, Set.of(), 0), function);
  }

  /** An operation that reads and asks no token. Answers HEAD too. */
  public void open(
      String operationId, String path, Reads reads, Function<Call, Future<Reply>> function) {
    mount("GET", path, new Operation(operationId, OPEN, Set.of(), reads, Set.of(), 0), function);
  }

  /** An operation that takes JSON, at most {@value HttpLimits#JSON_BYTES_MAX} bytes. */
  public void post(
      String operationId,
      String path,
      Set<Role> roles,
      Reads reads,
      Function<Call, Future<Reply>> function) {
    mount("POST", path, json(operationId, roles, reads), function);
  }

  /** An operation that sets something to what the JSON says, at most as large as a post. */
  public void put(
      String operationId,
      String path,
      Set<Role> roles,
      Reads reads,
      Function<Call, Future<Reply>> function) {
    mount("PUT", path, json(operationId, roles, reads), function);
  }

  /** An operation that does something with what its address names, and takes no body. */
  public void command(
      String operationId,
      String path,
      Set<Role> roles,
      Reads reads,
      Function<Call, Future<Reply>> function) {
    mount("POST", path, new Operation(operationId, access, roles, reads, Set.of(), 0), function);
  }

  /** An operation that takes something away; it has no body. */
  public void delete(
      String operationId,
      String path,
      Set<Role> roles,
      Reads reads,
      Function<Call, Future<Reply>> function) {
    mount("DELETE", path, new Operation(operationId, access, roles, reads, Set.of(), 0), function);
  }

  /**
   * An operation that takes a file, at most {@value HttpLimits#UPLOAD_BYTES_MAX} bytes. Its
   * function gets the body paused, and all of it.
   *
   * @param mediaTypes bare and in lower case
   */
  public void upload(
      String operationId,
      String path,
      Set<Role> roles,
      Reads reads,
      Set<String> mediaTypes,
      Function<Call, Future<Reply>> function) {
    mount("POST", path, file(operationId, roles, reads, mediaTypes), function);
  }

  /** As {@link #upload}, to an address that the file was given before. */
  public void put(
      String operationId,
      String path,
      Set<Role> roles,
      Reads reads,
      Set<String> mediaTypes,
      Function<Call, Future<Reply>> function) {
    mount("PUT", path, file(operationId, roles, reads, mediaTypes), function);
  }

  /**
   * A form of a page, at most {@value HttpLimits#FORM_BYTES_MAX} bytes, sent by a page of this very
   * server: no other site can have a browser send it. Asks no token.
   */
  public void form(
      String operationId, String path, Reads reads, Function<Call, Future<Reply>> function) {
    var operation =
        new Operation(operationId, OPEN, Set.of(), reads, Set.of(FORM), HttpLimits.FORM_BYTES_MAX);
    mount("POST", path, operation, call -> function.apply(SameOrigin.require(call)));
  }

  /** From now on, and before the server listens: how failures look to people. */
  public void errorPage(ErrorPage page) {
    answers.errorPage(page);
  }

  /** A server that answers these operations and, just as properly, what is no HTTP. */
  public HttpServer server(Vertx vertx, HttpServerOptions options) {
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .invalidRequestHandler(answers::unreadable);
  }

  private Operation json(String id, Set<Role> roles, Reads reads) {
    return new Operation(id, access, roles, reads, Set.of(JSON), HttpLimits.JSON_BYTES_MAX);
  }

  private Operation file(String id, Set<Role> roles, Reads reads, Set<String> mediaTypes) {
    return new Operation(id, access, roles, reads, mediaTypes, HttpLimits.UPLOAD_BYTES_MAX);
  }

  private void mount(
      String method, String path, Operation operation, Function<Call, Future<Reply>> function) {
    var route = router.route(HttpMethod.valueOf(method), path);
    var allowed = methods.computeIfAbsent(path, this::refuseOthers);
    allowed.add(method);
    if (method.equals("GET")) {
      route.method(HttpMethod.HEAD);
      allowed.add("HEAD");
    }
    route.handler(context -> run(context, operation, function));
  }

  /** What a path takes, told to who used another method; an address may be of two paths. */
  private Set<String> refuseOthers(String path) {
    var allowed = new TreeSet<String>();
    router
        .route(path)
        .order(LAST)
        .handler(
            context -> {
              Exchange.of(context).allow(allowed);
              context.next();
            });
    return allowed;
  }

  private void run(
      RoutingContext context, Operation operation, Function<Call, Future<Reply>> function) {
    var exchange = Exchange.of(context);
    exchange.operation(operation);
    admission
        .admit(exchange, operation)
        .compose(
            caller -> {
              operation.checkBody(exchange);
              var call = new Call(context, exchange, caller);
              return function.apply(call).compose(Reply::begun).map(call::checked);
            })
        .onSuccess(reply -> answers.reply(exchange, reply))
        .onFailure(cause -> answers.fail(exchange, cause));
  }
}
