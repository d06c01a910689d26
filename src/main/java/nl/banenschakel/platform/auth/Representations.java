package nl.banenschakel.platform.auth;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Knows who may act for an organisation that a token does not name. Asked with every such call. */
@FunctionalInterface
public interface Representations {
  /** Nobody may. */
  Representations NONE =
      (organisation, representatives, roles) -> Future.succeededFuture(Optional.empty());

  /**
   * Whether one of these may act for the organisation at this moment.
   *
   * @param representatives those of a token
   * @param roles of which one will do: who may act in one of them goes before who may not
   * @return empty: none may, or there is no such organisation
   */
  Future<Optional<Representation>> find(
      UUID organisation, Set<UUID> representatives, Set<Role> roles);
}
