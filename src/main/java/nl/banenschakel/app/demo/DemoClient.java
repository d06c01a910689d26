package nl.banenschakel.app.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.auth.DevelopmentTokens;
import nl.banenschakel.platform.auth.Role;

/** Speaks to a gateway as an HR system does: over HTTP, with a token. */
public final class DemoClient {
  private static final String HOST = "127.0.0.1";
  private static final String NUMBER = "Loonheffingennummer";
  private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

  private final WebClient client;
  private final DevelopmentTokens tokens;

  /** For the gateway on this port of this machine. */
  public DemoClient(Vertx vertx, int port, DevelopmentTokens tokens) {
    var address = new WebClientOptions().setDefaultHost(HOST).setDefaultPort(port);
    this.client = WebClient.create(vertx, address);
    this.tokens = tokens;
  }

  /** A request was answered otherwise than it should; the message is the gateway's own problem. */
  public static final class Answered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Answered(String operation, HttpResponse<Buffer> response) {
      super(operation + ": " + response.statusCode() + " " + response.bodyAsString());
    }
  }

  /** Makes an organisation, as an admin. */
  public Future<UUID> createOrganisation(String name, String kind, String loonheffingennummer) {
    var draft =
        new JsonObject()
            .put("name", name)
            .put("kinds", new JsonArray().add(kind))
            .put("loonheffingennummers", new JsonArray().add(loonheffingennummer));
    var admin = tokens.sign("demo", Set.of(), Set.of(Role.ADMIN), TOKEN_LIFETIME);
    return send(
            client.post("/v1/organisations").bearerTokenAuthentication(admin),
            "application/json",
            draft.toBuffer())
        .map(response -> UUID.fromString(response.bodyAsJsonObject().getString("id")));
  }

  /** Delivers the register's list of one day: a BSN a line. */
  public Future<Void> addRegisterList(
      UUID organisation, String loonheffingennummer, String peildatum, String list) {
    var request =
        post("/v1/register-snapshots", organisation, Role.HR)
            .putHeader(NUMBER, loonheffingennummer)
            .addQueryParam("peildatum", peildatum);
    return send(request, "text/plain", Buffer.buffer(list)).mapEmpty();
  }

  /** Delivers all contracts. */
  public Future<Void> addContracts(UUID organisation, String loonheffingennummer, String csv) {
    var request =
        post("/v1/contract-files", organisation, Role.HR)
            .putHeader(NUMBER, loonheffingennummer)
            .addQueryParam("delivery", "full");
    return send(request, "text/csv", Buffer.buffer(csv)).mapEmpty();
  }

  /** Delivers a wage return. */
  public Future<Void> addWageReturn(UUID organisation, String xml) {
    return send(
            post("/v1/wage-returns", organisation, Role.PAYROLL),
            "application/xml",
            Buffer.buffer(xml))
        .mapEmpty();
  }

  /** Compares everything from one tijdvak to another. */
  public Future<UUID> reconcile(
      UUID organisation, String loonheffingennummer, String from, String until) {
    var draft =
        new JsonObject()
            .put("loonheffingennummer", loonheffingennummer)
            .put("from", from)
            .put("until", until);
    return send(
            post("/v1/reconciliations", organisation, Role.HR),
            "application/json",
            draft.toBuffer())
        .map(response -> UUID.fromString(response.bodyAsJsonObject().getString("id")));
  }

  /** The report of a run, as a reader at a terminal wants it. */
  public Future<String> report(UUID organisation, UUID run) {
    return client
        .get("/v1/reports/reconciliation")
        .addQueryParam("run", run.toString())
        .putHeader("Accept", "text/plain")
        .bearerTokenAuthentication(token(organisation, EnumSet.of(Role.HR)))
        .send()
        .map(response -> accepted("/v1/reports/reconciliation", response).bodyAsString());
  }

  private HttpRequest<Buffer> post(String path, UUID organisation, Role role) {
    return client.post(path).bearerTokenAuthentication(token(organisation, EnumSet.of(role)));
  }

  private String token(UUID organisation, Set<Role> roles) {
    return tokens.sign("demo", Set.of(organisation), roles, TOKEN_LIFETIME);
  }

  private static Future<HttpResponse<Buffer>> send(
      HttpRequest<Buffer> request, String mediaType, Buffer body) {
    return request
        .putHeader("Content-Type", mediaType)
        .sendBuffer(body)
        .map(response -> accepted(request.uri(), response));
  }

  private static HttpResponse<Buffer> accepted(String operation, HttpResponse<Buffer> response) {
    if (response.statusCode() / 100 != 2) {
      throw new Answered(operation, response);
    }
    return response;
  }
}
