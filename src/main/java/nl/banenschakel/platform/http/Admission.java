package nl.banenschakel.platform.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Representations;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.auth.TokenClaims;
import nl.banenschakel.platform.auth.TokenGate;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/** Who may: first the token, then the role, then the organisation. */
public final class Admission {
  private static final String ORGANISATION_ID = "Organisation-Id";

  private final TokenGate gate;
  private final Representations representations;

  /**
   * By tokens, and by mandates.
   *
   * @param representations who may act for an organisation that is none of the token's
   */
  public Admission(TokenGate gate, Representations representations) {
    this.gate = gate;
    this.representations = representations;
  }

  /** The caller; none where no token is asked. Fails with what stands in the way. */
  Future<Optional<Caller>> admit(Exchange exchange, Operation operation) {
    if (operation.access() == Operation.Access.OPEN) {
      return Future.succeededFuture(Optional.empty());
    }
    var headers = exchange.request().headers();
    var chosen = headers.getAll(ORGANISATION_ID);
    return gate.check(headers.getAll(HttpHeaders.AUTHORIZATION))
        .onSuccess(claims -> exchange.caller(claims.caller(concerned(claims, chosen))))
        .compose(
            claims -> {
              requireRole(claims.roles(), operation.roles());
              return another(claims, chosen, operation)
                  .map(other -> represent(exchange, claims, other, operation))
                  .orElseGet(() -> own(claims, chosen, operation));
            })
        .map(Optional::of);
  }

  /** The one organisation that is named and is none of the token's. */
  private static Optional<UUID> another(
      TokenClaims claims, List<String> chosen, Operation operation) {
    return Optional.of(chosen)
        .filter(names -> names.size() == 1 && operation.access() == Operation.Access.ORGANISATION)
        .flatMap(names -> id(names.get(0)))
        .filter(id -> !claims.organisations().contains(id) && !claims.organisations().isEmpty());
  }

  /** Without a mandate it is as unknown as one that does not exist. */
  private Future<Caller> represent(
      Exchange exchange, TokenClaims claims, UUID organisation, Operation operation) {
    return representations
        .find(organisation, claims.organisations(), enough(claims, operation))
        .map(
            found -> {
              var caller = claims.caller(organisation, found.orElseThrow(Failure.NotFound::new));
              exchange.caller(caller);
              requireRole(caller.roles(), operation.roles());
              return caller;
            });
  }

  /** The roles of the token that may do it. */
  private static Set<Role> enough(TokenClaims claims, Operation operation) {
    return claims.roles().stream()
        .filter(operation.roles()::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Future<Caller> own(TokenClaims claims, List<String> chosen, Operation operation) {
    boolean unbound = operation.access() == Operation.Access.UNBOUND;
    var organisation =
        chosen.isEmpty() ? implied(claims, unbound) : named(claims.organisations(), chosen);
    return Future.succeededFuture(claims.caller(organisation));
  }

  /**
   * Whose business it is if this call is refused: the organisation that it names as one of its own,
   * or else the only one of the token.
   */
  private static UUID concerned(TokenClaims claims, List<String> chosen) {
    var own = claims.organisations();
    return own.stream()
        .filter(id -> own.size() == 1 || (chosen.size() == 1 && isNamed(id, chosen.get(0))))
        .findFirst()
        .orElse(Caller.NO_ORGANISATION);
  }

  private static void requireRole(Set<Role> held, Set<Role> enough) {
    if (enough.stream().noneMatch(held::contains)) {
      throw new Failure.Refused(
          "ROLE_MISSING",
          "This token, or the mandate it is used by, has no role that may do this.");
    }
  }

  private static UUID implied(TokenClaims claims, boolean unbound) {
    if (claims.organisations().size() == 1) {
      return claims.organisations().iterator().next();
    }
    if (unbound) {
      return Caller.NO_ORGANISATION;
    }
    throw undecided("This token is for several organisations or for none: name one.");
  }

  /** Another's organisation is as unknown as one that does not exist. */
  private static UUID named(Set<UUID> organisations, List<String> chosen) {
    if (chosen.size() > 1) {
      throw undecided("Name one organisation.");
    }
    return organisations.stream()
        .filter(id -> isNamed(id, chosen.get(0)))
        .findFirst()
        .orElseThrow(Failure.NotFound::new);
  }

  private static Optional<UUID> id(String header) {
    try {
      var id = UUID.fromString(header.strip());
      return Optional.of(id).filter(it -> isNamed(it, header));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isNamed(UUID id, String header) {
    return id.toString().equalsIgnoreCase(header.strip());
  }

  private static Failure undecided(String detail) {
    return new Failure.Invalid(
        List.of(new Violation("header " + ORGANISATION_ID, "ORGANISATION_REQUIRED", detail)));
  }
}
