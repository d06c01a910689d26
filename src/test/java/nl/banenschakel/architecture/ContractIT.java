package nl.banenschakel.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.RawExchange;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.HttpLimits;
import nl.banenschakel.testing.ContractOracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every operation of the contract, over HTTP: it succeeds, and it fails in every documented way that
 * a client can bring about. Each exchange is laid beside the contract by the client itself.
 */
class ContractIT {
  private static final List<String> ON_EVERY_ANSWER =
      List.of(
          "API-Version",
          "Cache-Control",
          "Content-Security-Policy",
          "Referrer-Policy",
          "Request-Id",
          "Strict-Transport-Security",
          "X-Content-Type-Options",
          "X-Frame-Options");

  private static TestGateway gateway;
  private static UUID organisation;
  private static UUID second;
  private static UUID snapshot;
  private static UUID upload;
  private static UUID run;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start().listen(ContractIT::has_the_headers_of_every_answer);
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    second = gateway.createOrganisation("Voorbeeld Bouw", NUMBER);
    var hr = gateway.as(organisation, Role.HR, Role.PAYROLL);
    var taken = hr.postList(NUMBER, PEILDATUM, SampleFiles.LIST).json();
    upload = UUID.fromString(taken.getString("id"));
    snapshot = last(taken.getString("resource"));
    hr.postContracts(NUMBER, SampleFiles.CONTRACTS);
    hr.postWageReturn(SampleFiles.wageReturn(1));
    run = UUID.fromString(hr.reconcile(NUMBER));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static Stream<ContractOperation> operations() {
    return ContractOperation.all().stream().map(it -> it.of(run, snapshot, upload));
  }

  static Stream<ContractOperation> reading() {
    return Stream.concat(operations(), Stream.of(ContractOperation.OPENAPI))
        .filter(ContractOperation::reads);
  }

  static Stream<ContractOperation> writing() {
    return operations().filter(it -> !it.reads());
  }

  @Test
  void this_test_knows_every_operation_of_the_contract() {
    var known = Stream.concat(operations(), Stream.of(ContractOperation.OPENAPI));

    assertThat(known.map(ContractOperation::id))
        .containsExactlyInAnyOrderElementsOf(ContractOracle.shared().operationIds());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void an_operation_succeeds(ContractOperation operation) {
    var answer = operation.call(with(operation.right()));

    assertThat(answer.status()).isEqualTo(operation.reads() ? 200 : 201);
    assertThat(seen(operation)).contains(answer.status());
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reading")
  void head_gives_the_headers_of_get_and_no_body(ContractOperation operation) {
    var client = with(operation.right());

    var head = client.send("HEAD", operation.target(), Optional.empty(), new byte[0]);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("Content-Type"))
        .isEqualTo(operation.call(client).header("Content-Type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void what_is_undecided_or_unreadable_is_400(ContractOperation operation) {
    var client = gateway.as(Set.of(organisation, second), operation.right());

    // Those that are bound to no organisation are told two of them, which is one too many.
    var answer =
        operation.isUnbound()
            ? operation.call(
                client, "Organisation-Id", organisation.toString(), "Organisation-Id", "x")
            : operation.call(client);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mistakes())
        .containsExactly("header Organisation-Id ORGANISATION_REQUIRED");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void a_query_parameter_that_the_contract_does_not_have_is_400(ContractOperation operation) {
    var target = operation.target();
    var mistyped = operation.at(target + (target.contains("?") ? "&" : "?") + "limitt=7");

    var answer = mistyped.call(with(operation.right()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mistakes()).containsExactly("query PARAMETER_UNKNOWN");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writing")
  void a_body_that_cannot_be_read_is_400(ContractOperation operation) {
    var client = with(operation.right());

    for (var body : List.of("", "{", "\u0000\u0001\u0002", "%s".repeat(1_001))) {
      var answer = operation.call(client, operation.type(), body.getBytes(UTF_8));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.mistakes()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void no_token_is_401_before_anything_else(ContractOperation operation) {
    var answer = operation.ofNothing().call(gateway.anonymous());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void the_wrong_role_is_403(ContractOperation operation) {
    operation
        .wrong()
        .ifPresent(
            role -> {
              var answer = operation.call(with(role));

              assertThat(answer.status()).isEqualTo(403);
              assertThat(answer.code()).isEqualTo("ROLE_MISSING");
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void an_organisation_that_is_not_of_the_token_is_404(ContractOperation operation) {
    for (var other : List.of(second.toString(), UUID.randomUUID().toString(), "none")) {
      var answer = operation.call(with(operation.right()), "Organisation-Id", other);

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void an_unknown_thing_an_odd_id_and_a_slash_at_the_end_are_404(ContractOperation operation) {
    var client = with(operation.right());
    var path = operation.target().replaceAll("\\?.*", "");

    assertThat(operation.at(path + "/").call(client).status()).isEqualTo(404);
    if (!operation.ofNothing().equals(operation) && path.matches(".*[0-9a-f-]{36}.*")) {
      var nothing = operation.at(operation.target().replaceAll("[0-9a-f-]{36}", "1-1-1-1-1"));
      var unknown =
          operation.at(
              operation.target().replaceAll("[0-9a-f-]{36}", UUID.randomUUID().toString()));

      assertThat(nothing.call(client).status()).isEqualTo(404);
      assertThat(unknown.call(client).status()).isEqualTo(404);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void another_method_is_405_with_those_there_are(ContractOperation operation) {
    for (var method : List.of("PUT", "PATCH", "DELETE")) {
      var answer =
          with(operation.right()).send(method, operation.target(), Optional.empty(), new byte[0]);

      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("Allow")).contains(operation.method());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reading")
  void a_media_type_that_is_not_there_is_406(ContractOperation operation) {
    var answer = operation.call(with(operation.right()), "Accept", "image/png, */*;q=0");

    assertThat(answer.status()).isEqualTo(406);
  }

  @Test
  void a_reconciliation_of_nothing_is_409() {
    var client = gateway.as(second, Role.FINANCE);

    var answer = operation("startReconciliation").call(client);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("NOTHING_RETURNED");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writing")
  void a_body_that_is_declared_too_large_is_413_before_it_is_sent(ContractOperation operation) {
    long over = operation.takesFile() ? HttpLimits.UPLOAD_BYTES_MAX : HttpLimits.JSON_BYTES_MAX;

    var answer =
        RawExchange.send(
            gateway.base(),
            "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                    .formatted(
                        operation.target(),
                        gateway.token(Set.of(organisation), operation.right()),
                        operation.type().orElseThrow())
                + "Loonheffingennummer: %s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(NUMBER, over + 1));

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"TOO_LARGE\"");
    ON_EVERY_ANSWER.forEach(name -> assertThat(answer).containsIgnoringCase("\r\n" + name + ": "));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"createOrganisation", "startReconciliation", "addRegisterSnapshot"})
  void json_that_is_too_large_is_413(String id) {
    var operation = operation(id);
    byte[] body = ("{\"name\":\"" + "x".repeat(HttpLimits.JSON_BYTES_MAX) + "\"}").getBytes(UTF_8);

    var answer = operation.call(with(operation.right()), Optional.of("application/json"), body);

    assertThat(answer.status()).isEqualTo(413);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writing")
  void a_body_of_another_type_or_compressed_is_415(ContractOperation operation) {
    var client = with(operation.right());
    byte[] body = operation.body().getBytes(UTF_8);

    assertThat(operation.call(client, Optional.of("image/png"), body).status()).isEqualTo(415);
    assertThat(operation.call(client, Optional.empty(), body).status()).isEqualTo(415);
    assertThat(operation.call(client, "Content-Encoding", "gzip").status()).isEqualTo(415);
  }

  @Test
  void the_contract_is_for_everybody_from_any_page() {
    var answer = ContractOperation.OPENAPI.call(gateway.anonymous());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.json().getString("openapi")).isEqualTo("3.1.0");
  }

  @Test
  void what_is_no_address_of_the_contract_is_404_with_a_token_and_without() {
    for (var path : List.of("/v1", "/v1/", "/v1/x", "/v1/organisations/x", "/v2/organisations")) {
      assertThat(gateway.anonymous().get(path).status()).isEqualTo(404);
      assertThat(with(Role.HR).get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void the_report_comes_as_csv_to_who_likes_that_best() {
    var answer =
        operation("getReconciliationReport").call(with(Role.FINANCE), "Accept", "text/csv");

    assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
  }

  private static ContractOperation operation(String id) {
    return operations().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static ApiClient with(Role role) {
    return gateway.as(organisation, role);
  }

  private static List<Integer> seen(ContractOperation operation) {
    return ContractOracle.shared().seen().stream()
        .filter(it -> it.operationId().equals(operation.id()))
        .map(ContractOracle.Seen::status)
        .toList();
  }

  private static UUID last(String address) {
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }

  private static void has_the_headers_of_every_answer(Answer answer) {
    assertThat(answer.headers().map().keySet())
        .extracting(name -> name.toLowerCase(java.util.Locale.ROOT))
        .containsAll(ON_EVERY_ANSWER.stream().map(it -> it.toLowerCase(java.util.Locale.ROOT)).toList());
  }
}
