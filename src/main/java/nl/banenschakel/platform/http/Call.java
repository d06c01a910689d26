package nl.banenschakel.platform.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.TraceParent;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.StrictJson;

/** What comes in with one request that was let through: everything an operation may look at. */
public final class Call {
  private final RoutingContext context;
  private final Exchange exchange;
  private final Optional<Caller> caller;
  private boolean queryRead;

  Call(RoutingContext context, Exchange exchange, Optional<Caller> caller) {
    this.context = context;
    this.exchange = exchange;
    this.caller = caller;
  }

  /** Who calls. An open operation has none and may not ask. */
  public Caller caller() {
    return caller.orElseThrow(() -> new IllegalStateException("An open operation has no caller."));
  }

  /** A page knows by itself who is signed in: from then on that is who calls. */
  @CanIgnoreReturnValue
  public Caller signedIn(Caller known) {
    exchange.caller(known);
    return known;
  }

  /** Where this call stands in a chain of them: to be sent on with whatever is called for it. */
  public TraceParent trace() {
    return exchange.trace();
  }

  /** Says which one thing is asked for, where that does not stand in the path. */
  @CanIgnoreReturnValue
  public UUID resource(UUID asked) {
    exchange.resource(asked);
    return asked;
  }

  /**
   * The JSON body as a record.
   *
   * @return fails with {@link Failure.TooLarge} or {@link Failure.Invalid}
   */
  public <T> Future<T> json(Function<Fields, T> parse) {
    requireQueryRead();
    return exchange
        .body()
        .whole(HttpLimits.JSON_BYTES_MAX)
        .map(StrictJson::object)
        .map(Fields::of)
        .map(parse);
  }

  /**
   * All of a body that is as small as JSON may be.
   *
   * @return fails with {@link Failure.TooLarge}
   */
  public Future<Buffer> message() {
    requireQueryRead();
    return exchange.body().whole(HttpLimits.JSON_BYTES_MAX);
  }

  /**
   * The fields of a form, each with its first value.
   *
   * @return fails with {@link Failure.TooLarge} or {@link Failure.Invalid}
   */
  public Future<Map<String, String>> form() {
    return exchange.body().whole(HttpLimits.FORM_BYTES_MAX).map(FormFields::parse);
  }

  /**
   * The body as it comes in, still paused; fails with {@link Failure.TooLarge} beyond the limit.
   */
  public ReadStream<Buffer> body() {
    requireQueryRead();
    return exchange.body();
  }

  /** The same for a body that may be smaller only than the operation's files. */
  public ReadStream<Buffer> body(long bytesMax) {
    exchange.body().limit(bytesMax);
    return body();
  }

  /** How many bytes the body has, where the sender says so. */
  public Optional<Long> bytes() {
    return Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))
        .map(Long::valueOf);
  }

  /** The body's media type, bare and in lower case: one of those the operation takes. */
  public String contentType() {
    return Media.bare(context.request().headers().getAll(HttpHeaders.CONTENT_TYPE));
  }

  /** An id in the path. What has not the form of one is not there: {@link Failure.NotFound}. */
  public UUID pathId(String name) {
    var text = String.valueOf(context.pathParam(name));
    try {
      var id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return resource(id);
      }
    } catch (IllegalArgumentException malformed) {
      throw new Failure.NotFound();
    }
    throw new Failure.NotFound();
  }

  /** A name in the path. What has not the form of one is not there: {@link Failure.NotFound}. */
  public <T> T pathText(String name, Function<String, T> parse) {
    try {
      return parse.apply(String.valueOf(context.pathParam(name)));
    } catch (Malformed malformed) {
      throw new Failure.NotFound();
    }
  }

  /** The query and the headers. */
  public Parameters parameters() {
    queryRead = true;
    return new Parameters(context.queryParams(), context.request().headers());
  }

  /** A cookie's value, for pages. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.request().getCookie(name)).map(Cookie::getValue);
  }

  /** Whether the receiver reads this media type. */
  public boolean accepts(String mediaType) {
    return accepted().weight(mediaType) > 0;
  }

  /**
   * The media type, of those there are, that the receiver likes best; the first of equals.
   *
   * @throws Failure.NotAcceptable when it reads none of them
   */
  public String choose(List<String> available) {
    var accepted = accepted();
    return available.stream()
        .filter(type -> accepted.weight(type) > 0)
        .min(Comparator.comparingDouble(type -> -accepted.weight(type)))
        .orElseThrow(() -> new Failure.NotAcceptable(String.join(", ", available)));
  }

  /**
   * The language, of those there are, that the receiver likes best (RFC 9110, section 12.5.4); the
   * first where it says nothing of any of them.
   */
  public String language(List<String> available) {
    var header = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    try {
      var liked = header == null ? List.<LanguageRange>of() : LanguageRange.parse(header);
      return Optional.ofNullable(Locale.lookupTag(liked, available)).orElse(available.get(0));
    } catch (IllegalArgumentException unreadable) {
      return available.get(0);
    }
  }

  /** What may be answered: of another reply nothing is left. */
  Reply checked(Reply reply) {
    try {
      return exchange.requireReader(requireAccepted(reply));
    } catch (RuntimeException refused) {
      reply.abandon();
      throw refused;
    }
  }

  /** A reply to GET that the receiver does not read is none. Other methods took effect already. */
  private Reply requireAccepted(Reply reply) {
    requireQueryRead();
    var type = reply.headers().get("Content-Type");
    boolean reads = context.request().method().equals(HttpMethod.GET);
    if (reads && type != null && !accepts(Media.bare(List.of(type)))) {
      throw new Failure.NotAcceptable(Media.bare(List.of(type)));
    }
    return reply;
  }

  HttpServerRequest request() {
    return context.request();
  }

  /** Who never asks for parameters has none: before anything takes effect a query is a mistake. */
  private void requireQueryRead() {
    if (!queryRead) {
      var unused = parameters().build(() -> true);
    }
  }

  private AcceptHeader accepted() {
    return AcceptHeader.of(context.request().headers().getAll(HttpHeaders.ACCEPT));
  }
}
