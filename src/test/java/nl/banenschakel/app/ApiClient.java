package nl.banenschakel.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.banenschakel.testing.ContractOracle;
import nl.banenschakel.testing.Exchange;

/** Calls the gateway and waits for the answer, which must be as the contract says. */
public final class ApiClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final URI base;
  private final Optional<String> token;
  private final Consumer<Answer> listener;

  ApiClient(URI base, Optional<String> token, Consumer<Answer> listener) {
    this.base = base;
    this.token = token;
    this.listener = listener;
  }

  /** Reads; headers come in pairs of name and value. */
  @CanIgnoreReturnValue
  public Answer get(String target, String... headers) {
    return send("GET", target, Optional.empty(), new byte[0], headers);
  }

  /** Sends text in UTF-8. */
  @CanIgnoreReturnValue
  public Answer post(String target, String type, String body, String... headers) {
    return post(target, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Sends bytes. */
  @CanIgnoreReturnValue
  public Answer post(String target, String type, byte[] body, String... headers) {
    return send("POST", target, Optional.of(type), body, headers);
  }

  /** Puts JSON. */
  @CanIgnoreReturnValue
  public Answer put(String target, String json, String... headers) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    return send("PUT", target, Optional.of("application/json"), body, headers);
  }

  /** Sends anything. */
  @CanIgnoreReturnValue
  public Answer send(
      String method, String target, Optional<String> type, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(target))
            .timeout(LONGEST)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    type.ifPresent(it -> request.header("Content-Type", it));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    var response = exchange(request.build());
    var answer = Answer.of(response.statusCode(), response.headers(), response.body());
    listener.accept(answer);
    check(method, target, type, body, answer);
    return answer;
  }

  /** Makes an employer; the client must be an operator's. */
  public UUID createOrganisation(String name, String... loonheffingennummers) {
    var draft =
        new JsonObject()
            .put("name", name)
            .put("kinds", new JsonArray().add("employer"))
            .put("loonheffingennummers", new JsonArray(List.of(loonheffingennummers)));
    var made = post("/v1/organisations", "application/json", draft.encode());
    return UUID.fromString(made.expect(201).json().getString("id"));
  }

  /** Delivers a register list as a CSV file. */
  @CanIgnoreReturnValue
  public Answer postList(String number, String peildatum, String csv) {
    return post(
        "/v1/register-snapshots?peildatum=" + peildatum,
        "text/csv",
        csv,
        "Loonheffingennummer",
        number);
  }

  /** Delivers all contracts of an employer. */
  @CanIgnoreReturnValue
  public Answer postContracts(String number, String csv) {
    return post("/v1/contract-files?delivery=full", "text/csv", csv, "Loonheffingennummer", number);
  }

  /** Delivers a wage return. */
  @CanIgnoreReturnValue
  public Answer postWageReturn(String xml) {
    return post("/v1/wage-returns", "application/xml", xml);
  }

  /** Makes a reconciliation of all that is there; gives its id. */
  @CanIgnoreReturnValue
  public String reconcile(String number) {
    return reconcile(new JsonObject().put("loonheffingennummer", number));
  }

  /** Makes a reconciliation of a span; gives its id. */
  @CanIgnoreReturnValue
  public String reconcile(String number, String from, String until) {
    return reconcile(
        new JsonObject().put("loonheffingennummer", number).put("from", from).put("until", until));
  }

  /** Makes a reconciliation as a draft says; gives its id. */
  @CanIgnoreReturnValue
  public String reconcile(JsonObject draft) {
    var run = post("/v1/reconciliations", "application/json", draft.encode()).expect(201);
    return run.json().getString("id");
  }

  /** The report of a reconciliation. */
  public JsonObject report(String run) {
    return get("/v1/reports/reconciliation?run=" + run).expect(200).json();
  }

  private static HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void check(
      String method, String target, Optional<String> type, byte[] body, Answer answer) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    answer.headers().map().forEach(headers::add);
    ContractOracle.shared()
        .check(
            new Exchange(
                method,
                target,
                type,
                Buffer.buffer(body),
                answer.status(),
                headers,
                answer.bytes()));
  }
}
