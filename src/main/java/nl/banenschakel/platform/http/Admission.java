package nl.banenschakel.platform.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.auth.TokenClaims;
import nl.banenschakel.platform.auth.TokenGate;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/** Who may: first the token, then the role, then the organisation. */
final class Admission {
  private static final String ORGANISATION_ID = "Organisation-Id";

  private final TokenGate gate;

  Admission(TokenGate gate) {
    this.gate = gate;
  }

  /** The caller; none where no token is asked. Fails with what stands in the way. */
  Future<Optional<Caller>> admit(MultiMap headers, Operation operation) {
    if (operation.access() == Operation.Access.OPEN) {
      return Future.succeededFuture(Optional.empty());
    }
    return gate.check(headers.getAll(HttpHeaders.AUTHORIZATION))
        .map(claims -> caller(claims, headers.getAll(ORGANISATION_ID), operation))
        .map(Optional::of);
  }

  private static Caller caller(TokenClaims claims, List<String> chosen, Operation operation) {
    requireRole(claims.roles(), operation.roles());
    boolean unbound = operation.access() == Operation.Access.UNBOUND;
    var organisation =
        chosen.isEmpty() ? implied(claims, unbound) : named(claims.organisations(), chosen);
    return new Caller(claims.subject(), organisation, claims.organisations(), claims.roles());
  }

  private static void requireRole(Set<Role> held, Set<Role> enough) {
    if (enough.stream().noneMatch(held::contains)) {
      throw new Failure.Refused("ROLE_MISSING", "This token has no role that may do this.");
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
        .filter(id -> id.toString().equalsIgnoreCase(chosen.get(0).strip()))
        .findFirst()
        .orElseThrow(Failure.NotFound::new);
  }

  private static Failure undecided(String detail) {
    return new Failure.Invalid(
        List.of(new Violation("header " + ORGANISATION_ID, "ORGANISATION_REQUIRED", detail)));
  }
}
