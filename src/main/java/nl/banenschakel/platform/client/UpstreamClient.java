package nl.banenschakel.platform.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.codec.BodyCodec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * Calls one other server: HTTP/1.1, no redirects, no cookies, no compression, one answer of a
 * bounded size within a bounded time. Safe for several threads; one for the whole process.
 */
public final class UpstreamClient {
  private static final int HEADER_BYTES_MAX = 16 * 1024;
  private static final int STATUS_LINE_BYTES_MAX = 1_024;
  private static final int UNUSED_SECONDS_MAX = 30;
  private static final int SILENT_MS_MORE = 500;
  private static final int RETRY_AFTER_DIGITS_MAX = 6;

  private final UpstreamAddress address;
  private final Limits limits;
  private final HttpClientAgent http;
  private final WebClient web;
  private final Set<HttpConnection> connections;

  /**
   * What one call may cost.
   *
   * @param timeoutMs from the request to the last byte of the answer
   * @param answerBytesMax of the body
   * @param connectionsMax at the same time
   * @param waitingMax calls that may wait for a connection; the next one fails at once
   */
  public record Limits(int timeoutMs, int answerBytesMax, int connectionsMax, int waitingMax) {
    /** Ten seconds, one mebibyte, four connections. */
    public static final Limits DEFAULT = new Limits(10_000, 1024 * 1024, 4, 100);
  }

  private UpstreamClient(
      UpstreamAddress address,
      Limits limits,
      HttpClientAgent http,
      Set<HttpConnection> connections) {
    this.address = address;
    this.limits = limits;
    this.http = http;
    this.web = WebClient.wrap(http, new WebClientOptions().setUserAgentEnabled(false));
    this.connections = connections;
  }

  /** Connects only when first used. */
  public static UpstreamClient of(
      Vertx vertx, UpstreamAddress address, UpstreamTls tls, Limits limits) {
    Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    var http =
        vertx
            .httpClientBuilder()
            .with(options(address, tls, limits))
            .with(new PoolOptions().setHttp1MaxSize(limits.connectionsMax()))
            .withConnectHandler(
                connection -> {
                  connections.add(connection);
                  connection.closeHandler(closed -> connections.remove(connection));
                })
            .build();
    return new UpstreamClient(address, limits, http, connections);
  }

  /**
   * Reads.
   *
   * @param path below the address, without anything personal
   * @return fails with {@link UpstreamFailed}
   */
  public Future<UpstreamAnswer> get(String path, Map<String, String> headers) {
    return call(HttpMethod.GET, path, headers, Buffer.buffer());
  }

  /** Sends a body; the headers tell what it is. Fails with {@link UpstreamFailed}. */
  public Future<UpstreamAnswer> post(String path, Map<String, String> headers, Buffer body) {
    return call(HttpMethod.POST, path, headers, body);
  }

  /** Ends every connection. */
  public Future<Void> close() {
    return http.close();
  }

  private Future<UpstreamAnswer> call(
      HttpMethod method, String path, Map<String, String> headers, Buffer body) {
    var answer = new LimitedBody(limits.answerBytesMax());
    var request =
        web.requestAbs(method, address.below(path))
            .timeout(limits.timeoutMs())
            .followRedirects(false)
            .putHeaders(HttpHeaders.headers().addAll(headers))
            .as(BodyCodec.pipe(answer));
    return sent(request, body)
        .timeout(limits.timeoutMs(), MILLISECONDS)
        .map(response -> answer(response, answer.body()))
        .recover(cause -> failed(cause, answer));
  }

  private static Future<HttpResponse<Void>> sent(HttpRequest<Void> request, Buffer body) {
    return body.length() == 0 ? request.send() : request.sendBuffer(body);
  }

  private static UpstreamAnswer answer(HttpResponse<Void> response, Buffer body) {
    var type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("");
    return new UpstreamAnswer(
        response.statusCode(),
        type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
        Optional.ofNullable(response.getHeader("Retry-After")).flatMap(UpstreamClient::seconds),
        body);
  }

  /** Only the name of the cause is kept: its message may repeat what was on the line. */
  private Future<UpstreamAnswer> failed(Throwable cause, LimitedBody answer) {
    if (cause instanceof UpstreamFailed tooLarge) {
      abandon(answer);
      return Future.failedFuture(tooLarge);
    }
    if (cause instanceof TimeoutException) {
      abandon(answer);
      return Future.failedFuture(
          new UpstreamFailed(
              UpstreamFailed.Reason.TIMED_OUT,
              "There was no answer within %d ms.".formatted(limits.timeoutMs())));
    }
    return Future.failedFuture(
        new UpstreamFailed(
            UpstreamFailed.Reason.UNREACHABLE,
            "There was no connection, or it broke (%s)."
                .formatted(cause.getClass().getSimpleName())));
  }

  /**
   * A connection on which nothing comes any more ends by itself; one on which something comes the
   * web client would read for ever. It does not tell which one that is, so all of them end: they
   * lead to the server that did this, and what else was under way there is tried again.
   */
  private void abandon(LimitedBody answer) {
    if (answer.giveUp()) {
      List.copyOf(connections).forEach(HttpConnection::close);
    }
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1," + RETRY_AFTER_DIGITS_MAX + "}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private static HttpClientOptions options(
      UpstreamAddress address, UpstreamTls tls, Limits limits) {
    var options =
        new HttpClientOptions()
            .setSsl("https".equals(address.uri().getScheme()))
            .setVerifyHost(true)
            .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setUseAlpn(false)
            .setDecompressionSupported(false)
            .setMaxHeaderSize(HEADER_BYTES_MAX)
            .setMaxInitialLineLength(STATUS_LINE_BYTES_MAX)
            .setConnectTimeout(limits.timeoutMs())
            // Longer than a call: it ends what the web client left open, and no call before its
            // time.
            .setIdleTimeout(limits.timeoutMs() + SILENT_MS_MORE)
            .setIdleTimeoutUnit(MILLISECONDS)
            .setKeepAliveTimeout(UNUSED_SECONDS_MAX)
            .setMaxRedirects(0);
    tls.trusted()
        .ifPresent(trusted -> options.setTrustOptions(new PemTrustOptions().addCertValue(trusted)));
    tls.own()
        .ifPresent(
            own ->
                options.setKeyCertOptions(
                    new PemKeyCertOptions()
                        .addCertValue(own.certificate())
                        .addKeyValue(own.key())));
    return options;
  }
}
