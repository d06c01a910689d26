package nl.banenschakel.load;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.banenschakel.app.demo.DemoClient;
import nl.banenschakel.platform.auth.DevelopmentTokens;
import nl.banenschakel.platform.auth.Role;
import org.jspecify.annotations.Nullable;

/** Sends files and calls to a gateway, for one employer. */
final class LoadClient implements AutoCloseable {
  static final String NUMBER = "001000275L01";
  private static final String HOST = "127.0.0.1";

  /** Such as curl sends at once. */
  private static final int READ_BYTES = 64 * 1024;

  private static final int CONNECTIONS_MAX = 64;

  private final Vertx vertx = Vertx.vertx();
  private final WebClient client =
      WebClient.create(
          vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
  private final int httpPort;
  private final int managementPort;
  private @Nullable DevelopmentTokens tokens;
  private UUID organisation = new UUID(0, 0);

  LoadClient(int httpPort, int managementPort) {
    this.httpPort = httpPort;
    this.managementPort = managementPort;
  }

  /** Makes the employer, once the gateway is ready. */
  void begin(DevelopmentTokens signer) {
    tokens = signer;
    organisation =
        Awaited.of(
            new DemoClient(vertx, httpPort, signer)
                .createOrganisation("Voorbeeld Zorg", "employer", NUMBER));
  }

  UUID organisation() {
    return organisation;
  }

  /** Sends a file at the least cost, and gives the answer of the gateway. */
  @CanIgnoreReturnValue
  JsonObject send(String path, Role role, String mediaType, Path file) throws IOException {
    var headers =
        Map.of(
            "Authorization",
            "Bearer " + token(role),
            "Content-Type",
            mediaType,
            "Loonheffingennummer",
            NUMBER);
    var answer = FileSender.post(httpPort, path, headers, file);
    return answered(answer.status(), answer.body());
  }

  /** Sends a file as a stream; the answer may be any. */
  HttpResponse<Buffer> deliver(String path, Role role, String mediaType, Path file) {
    return Awaited.of(sending(path, role, mediaType, file));
  }

  /** Sends a CSV file no faster than so many bytes a second. */
  Future<HttpResponse<Buffer>> sendSlowly(String path, Role role, Path file, int bytesPerSecond) {
    var slow = new SlowFile(vertx, file, bytesPerSecond);
    return request(path, role, "text/csv").sendStream(slow);
  }

  /** Asks the same time and again, with one token. */
  Supplier<Future<HttpResponse<Buffer>>> calls(String path, Role role) {
    var token = token(role);
    return () ->
        client
            .get(httpPort, HOST, path)
            .bearerTokenAuthentication(token)
            .send()
            .expecting(HttpResponseExpectation.SC_OK);
  }

  /** Posts something new each time, with one token: an address and a body. */
  BiFunction<String, Buffer, Future<HttpResponse<Buffer>>> posts(
      Role role, Map<String, String> headers) {
    var token = token(role);
    return (path, body) -> {
      var request = client.post(httpPort, HOST, path).bearerTokenAuthentication(token);
      request.headers().addAll(headers);
      return request.sendBuffer(body).expecting(HttpResponseExpectation.SC_CREATED);
    };
  }

  /** Posts JSON, and gives the answer of the gateway. */
  @CanIgnoreReturnValue
  JsonObject post(String path, Role role, JsonObject body) {
    var answer = Awaited.of(request(path, role).sendJsonObject(body));
    return answered(answer.statusCode(), answer.bodyAsString());
  }

  /** Asks for something of any size, and gives how many bytes came; none of them is kept. */
  long read(String path, Role role, String mediaType) {
    var request =
        java.net.http.HttpRequest.newBuilder(
                URI.create("http://%s:%d%s".formatted(HOST, httpPort, path)))
            .header("Authorization", "Bearer " + token(role))
            .header("Accept", mediaType)
            .build();
    try (var body =
        java.net.http.HttpClient.newHttpClient()
            .send(request, java.net.http.HttpResponse.BodyHandlers.ofInputStream())
            .body()) {
      return body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The figures of its metrics page, by name and labels. */
  Map<String, Double> figures() {
    var page = Awaited.of(client.get(managementPort, HOST, "/metrics").send()).bodyAsString();
    return page.lines()
        .filter(line -> !line.startsWith("#"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
  }

  /** Whether the gateway takes calls. */
  boolean isReady() {
    return Awaited.of(
        client
            .get(managementPort, HOST, "/ready")
            .send()
            .map(response -> response.statusCode() == 200)
            .otherwise(false));
  }

  @Override
  public void close() {
    Awaited.of(vertx.close());
  }

  private Future<HttpResponse<Buffer>> sending(
      String path, Role role, String mediaType, Path file) {
    var open = new OpenOptions().setWrite(false).setCreate(false);
    return vertx
        .fileSystem()
        .open(file.toString(), open)
        .map(body -> body.setReadBufferSize(READ_BYTES))
        .compose(body -> request(path, role, mediaType).sendStream(body));
  }

  private HttpRequest<Buffer> request(String path, Role role, String mediaType) {
    return request(path, role)
        .putHeader("Content-Type", mediaType)
        .putHeader("Loonheffingennummer", NUMBER);
  }

  private HttpRequest<Buffer> request(String path, Role role) {
    return client.post(httpPort, HOST, path).bearerTokenAuthentication(token(role));
  }

  private String token(Role role) {
    return requireNonNull(tokens)
        .sign("load", Set.of(organisation), Set.of(role), Duration.ofHours(1));
  }

  private static JsonObject answered(int status, String body) {
    if (status / 100 != 2) {
      throw new IllegalStateException(status + " " + body);
    }
    return new JsonObject(body);
  }
}
