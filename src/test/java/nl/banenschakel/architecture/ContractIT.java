package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.ContractOracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the contract, over HTTP: it succeeds, and it fails in every documented way
 * that a client can bring about. Each exchange is laid beside the contract by the client itself.
 */
class ContractIT {
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

  static Stream<ContractOperation> reading() {
    return world.reading();
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
    var answer = operation.call(world.with(operation.right()));

    assertThat(answer.status()).isIn(operation.reads() ? List.of(200) : List.of(200, 201, 204));
    assertThat(seen(operation)).contains(answer.status());
    assertThat(answer.header("Content-Type"))
        .isEqualTo(answer.status() == 204 ? "" : operation.answers());
  }

  @Test
  void the_oracle_saw_every_operation_succeed_by_the_contract() {
    operations().forEach(operation -> operation.call(world.with(operation.right())));
    ContractOperation.OPENAPI.call(world.gateway().anonymous()).expect(200);

    assertThat(ContractOracle.shared().notSeenToSucceed()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reading")
  void head_gives_the_headers_of_get_and_no_body(ContractOperation operation) {
    var client = world.with(operation.right());

    var head =
        client.send(
            "HEAD",
            operation.target(),
            Optional.empty(),
            new byte[0],
            operation.headers().toArray(String[]::new));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("Content-Type"))
        .isEqualTo(operation.call(client).header("Content-Type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void an_organisation_that_is_not_of_the_token_is_404(ContractOperation operation) {
    for (var other : List.of(world.second().toString(), UUID.randomUUID().toString(), "none")) {
      var answer = operation.call(world.with(operation.right()), "Organisation-Id", other);

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void an_unknown_thing_an_odd_id_and_a_slash_at_the_end_are_404(ContractOperation operation) {
    var client = world.with(operation.right());
    var path = operation.target().replaceAll("\\?.*", "");

    assertThat(operation.at(path + "/").call(client).status()).isEqualTo(404);
    if (!operation.ofNothing().equals(operation) && path.matches(".*[0-9a-f-]{36}.*")) {
      var nothing = operation.at(operation.target().replaceAll("[0-9a-f-]{36}", "1-1-1-1-1"));
      var unknown =
          operation.at(
              operation.target().replaceAll("[0-9a-f-]{36}", UUID.randomUUID().toString()));

      assertThat(nothing.call(client).status()).isEqualTo(404);
      if (!operation.id().equals("postTimecard")) { // It makes what it names.
        assertThat(unknown.call(client).status()).isEqualTo(404);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reading")
  void a_media_type_that_is_not_there_is_406(ContractOperation operation) {
    var answer = operation.call(world.with(operation.right()), "Accept", "image/png, */*;q=0");

    assertThat(answer.status()).isEqualTo(406);
  }

  @Test
  void the_contract_is_for_everybody_from_any_page() {
    var answer = ContractOperation.OPENAPI.call(world.gateway().anonymous());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.json().getString("openapi")).isEqualTo("3.1.0");
  }

  @Test
  void what_is_no_address_of_the_contract_is_404_with_a_token_and_without() {
    for (var path : List.of("/v1", "/v1/", "/v1/x", "/v1/organisations/x", "/v2/organisations")) {
      assertThat(world.gateway().anonymous().get(path).status()).isEqualTo(404);
      assertThat(world.with(Role.HR).get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void the_report_comes_as_csv_to_who_likes_that_best() {
    var answer =
        world
            .operation("getReconciliationReport")
            .call(world.with(Role.FINANCE), "Accept", "text/csv");

    assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
  }

  private static List<Integer> seen(ContractOperation operation) {
    return ContractOracle.shared().seen().stream()
        .filter(it -> it.operationId().equals(operation.id()))
        .map(ContractOracle.Seen::status)
        .toList();
  }
}
