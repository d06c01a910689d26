package nl.banenschakel.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.banenschakel.app.RawExchange;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.HttpLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every operation of the contract refuses, over HTTP, what the contract says it refuses: each
 * failure that a client can bring about. Each exchange is laid beside the contract by the client
 * itself.
 */
class ContractRefusalIT {
  private static ContractWorld world;

  @BeforeAll
  static void start() {
    world = new ContractWorld();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  static Stream<ContractOperation> operations() {
    return world.operations();
  }

  static Stream<ContractOperation> all() {
    return Stream.concat(operations(), Stream.of(ContractOperation.OPENAPI));
  }

  static Stream<ContractOperation> writing() {
    return world.writing();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void what_is_undecided_or_unreadable_is_400(ContractOperation operation) {
    var client = world.forBoth(operation.right());

    // Those that are bound to no organisation are told two of them, which is one too many.
    var answer =
        operation.isUnbound()
            ? operation.call(
                client, "Organisation-Id", world.organisation().toString(), "Organisation-Id", "x")
            : operation.call(client);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mistakes()).containsExactly("header Organisation-Id ORGANISATION_REQUIRED");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void a_query_parameter_that_the_contract_does_not_have_is_400(ContractOperation operation) {
    var target = operation.target();
    var mistyped = operation.at(target + (target.contains("?") ? "&" : "?") + "limitt=7");

    var answer = mistyped.call(world.with(operation.right()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mistakes()).containsExactly("query PARAMETER_UNKNOWN");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writing")
  void a_body_that_cannot_be_read_is_400(ContractOperation operation) {
    var client = world.with(operation.right());

    // To a look at a file this is a table of one column, which nobody knows.
    var half = operation.id().startsWith("preview") ? "" : "{";
    for (var body : List.of("", half, "\u0000\u0001\u0002", "%s".repeat(1_001))) {
      var answer = operation.call(client, operation.type(), body.getBytes(UTF_8));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.mistakes()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void no_token_is_401_before_anything_else(ContractOperation operation) {
    var answer = operation.ofNothing().call(world.gateway().anonymous());

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
              var answer = operation.call(world.with(role));

              assertThat(answer.status()).isEqualTo(403);
              assertThat(answer.code()).isEqualTo("ROLE_MISSING");
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void another_method_is_405_with_those_there_are(ContractOperation operation) {
    var others = new TreeSet<>(Set.of("PUT", "PATCH", "DELETE"));
    operations()
        .filter(it -> withoutIds(it.path()).equals(withoutIds(operation.path())))
        .forEach(it -> others.remove(it.method()));
    others.remove(operation.method()); // Its address may hold a name of its own, and no id.
    for (var method : others) {
      var answer =
          world
              .with(operation.right())
              .send(method, operation.target(), Optional.empty(), new byte[0]);

      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("Allow")).contains(operation.method());
    }
  }

  @Test
  void a_reconciliation_of_nothing_is_409() {
    var client = world.gateway().as(world.second(), Role.FINANCE);

    var answer = world.operation("startReconciliation").call(client);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("NOTHING_RETURNED");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writing")
  void a_body_that_is_declared_too_large_is_413_before_it_is_sent(ContractOperation operation) {
    var answer =
        RawExchange.send(
            world.gateway().base(),
            "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                    .formatted(
                        operation.method(),
                        operation.target(),
                        world.gateway().token(Set.of(world.organisation()), operation.right()),
                        operation.type().orElseThrow())
                + headers(operation)
                + "Loonheffingennummer: %s\r\nIf-Match: *\r\nContent-Length: %d\r\n\r\n"
                    .formatted(NUMBER, operation.bytesMax() + 1));

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"TOO_LARGE\"");
    ContractWorld.ON_EVERY_ANSWER.forEach(
        name -> assertThat(answer).containsIgnoringCase("\r\n" + name + ": "));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"createOrganisation", "startReconciliation", "addRegisterSnapshot"})
  void json_that_is_too_large_is_413(String id) {
    var named = world.operation(id);
    var operation = named.at(named.target().replaceAll("\\?.*", ""));
    byte[] body = ("{\"name\":\"" + "x".repeat(HttpLimits.JSON_BYTES_MAX) + "\"}").getBytes(UTF_8);

    var answer =
        operation.call(world.with(operation.right()), Optional.of("application/json"), body);

    assertThat(answer.status()).isEqualTo(413);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writing")
  void a_body_of_another_type_or_compressed_is_415(ContractOperation operation) {
    var client = world.with(operation.right());
    byte[] body = operation.body().getBytes(UTF_8);

    assertThat(operation.call(client, Optional.of("image/png"), body).status()).isEqualTo(415);
    assertThat(operation.call(client, Optional.empty(), body).status()).isEqualTo(415);
    assertThat(operation.call(client, "Content-Encoding", "gzip").status()).isEqualTo(415);
  }

  private static String headers(ContractOperation operation) {
    var named = operation.headers().iterator();
    var lines = new StringBuilder();
    while (named.hasNext()) {
      var name = named.next();
      var value = named.next();
      if (!name.equals("Loonheffingennummer") && !name.equals("If-Match")) {
        lines.append(name).append(": ").append(value).append("\r\n");
      }
    }
    return lines.toString();
  }

  /** Two operations of one address may be tried on different things. */
  private static String withoutIds(String path) {
    return path.replaceAll("[0-9a-f-]{36}", "{id}");
  }
}
