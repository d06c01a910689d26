package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.banenschakel.app.Answer;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the contract, and what of it is in the audit: each answer that tells of
 * people, whatever the operation declares, and each refusal.
 */
class AuditedOperationsIT {
  /** What names somebody in an answer: in JSON, or as the head of a column. */
  private static final Pattern OF_PEOPLE =
      Pattern.compile(
          "\"?(person(nel)?(Id|Number)|personIds|findings|people|pseudonym|registerLine)\"?[;:]");

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

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void what_tells_of_people_is_in_the_audit(ContractOperation operation) {
    var answer = operation.call(world.with(operation.right()));

    if (OF_PEOPLE.matcher(answer.text()).find()) {
      assertThat(linesOf(answer)).containsExactly(operation.id() + " ANSWERED true true");
    } else {
      assertThat(linesOf(answer)).allMatch(line -> line.contains(" ANSWERED "));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void what_is_refused_is_in_the_audit(ContractOperation operation) {
    var client = world.with(operation.wrong().orElse(Role.LENDER));

    var answer =
        operation.wrong().isPresent()
            ? operation.call(client)
            : client.get(operation.target() + "?x=1");

    assertThat(answer.status()).isIn(400, 403);
    assertThat(linesOf(answer))
        .hasSize(1)
        .allMatch(line -> line.startsWith(operation.id() + " REFUSED "));
  }

  /** With whether it says on which ground, and in which activity. */
  private static List<String> linesOf(Answer answer) {
    return world
        .gateway()
        .database()
        .texts(
            "select concat_ws(' ', operation, outcome, (basis is not null)::text, (activity is not null)::text)"
                + " from audit.line where request_id = '%s'"
                    .formatted(answer.header("Request-Id")));
  }
}
