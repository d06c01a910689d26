package nl.banenschakel.testing;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.banenschakel.platform.http.OpenapiDocument;
import nl.banenschakel.testing.ContractDocument.Operation;

/**
 * Checks what goes over the line against {@code openapi/gateway.yaml}. Every answer is checked: its
 * status, headers, media type and JSON. A request is checked where it succeeded: what the contract
 * does not allow should not have. An address below {@code /v1} that the contract does not have may
 * only answer 404, a method that it does not have only 405. Other addresses are pages: not checked.
 */
public final class ContractOracle {
  private static final ContractOracle SHARED = new ContractOracle();

  private final ContractDocument contract;
  private final Set<Seen> seen = ConcurrentHashMap.newKeySet();

  /** One of its own for the gateway's contract. */
  ContractOracle() {
    this(new ContractDocument(new JsonObject(OpenapiDocument.load().json())));
  }

  private ContractOracle(ContractDocument contract) {
    this.contract = contract;
  }

  /** An operation was seen to answer with a status. */
  public record Seen(String operationId, int status) {}

  /** The one that all test classes of this JVM share, so that what they saw adds up. */
  public static ContractOracle shared() {
    return SHARED;
  }

  /** One for another contract, such as {@code openapi/register-connector.yaml}. */
  public static ContractOracle of(Path file) {
    return new ContractOracle(ContractDocument.read(file));
  }

  /** Fails with every deviation from the contract; else remembers what was seen. */
  public void check(Exchange exchange) {
    var deviations = deviations(exchange);
    if (!deviations.isEmpty()) {
      throw new AssertionError(
          "Not as the contract says: %s %s answered %d%n - %s"
              .formatted(
                  exchange.method(),
                  exchange.path(),
                  exchange.status(),
                  String.join(System.lineSeparator() + " - ", deviations)));
    }
  }

  /** The operations that exist. */
  public Set<String> operationIds() {
    return contract.operations().stream()
        .map(Operation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The operations that were not seen to succeed. */
  public Set<String> notSeenToSucceed() {
    var missing = new TreeSet<>(operationIds());
    seen.stream()
        .filter(it -> it.status() / 100 == 2)
        .map(Seen::operationId)
        .forEach(missing::remove);
    return missing;
  }

  /** What was seen, deviating exchanges left out. */
  public Set<Seen> seen() {
    return Set.copyOf(seen);
  }

  /** How an exchange differs from the contract; where it does not, it is remembered. */
  public List<String> deviations(Exchange exchange) {
    if (!contract.covers(exchange.path())) {
      return List.of();
    }
    var check = new ExchangeCheck(contract, exchange);
    var deviations = check.deviations();
    if (deviations.isEmpty() && !exchange.method().equals("HEAD")) {
      check
          .operation()
          .ifPresent(operation -> seen.add(new Seen(operation.id(), exchange.status())));
    }
    return deviations;
  }
}
