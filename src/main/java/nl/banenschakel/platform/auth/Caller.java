package nl.banenschakel.platform.auth;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.log.BsnMask;

/**
 * Who calls, for which organisation, in which roles. Every read and every write takes one.
 *
 * @param subject the token's {@code sub}: a client or a person at the identity provider. It is kept
 *     with what the caller does and told to others, so a BSN in it is masked; so it is in the
 *     client
 * @param client through which system the subject calls, where the token says so
 * @param organisation the organisation acted for: the tenant of every transaction
 * @param organisations all organisations the token is for; empty for an operator that makes them
 * @param roles at least one
 * @param representative the organisation of who calls, where that acts for another one by a mandate
 */
public record Caller(
    String subject,
    Optional<String> client,
    UUID organisation,
    Set<UUID> organisations,
    Set<Role> roles,
    Optional<UUID> representative) {

  /** Acts for none: as a tenant it has no rows. */
  public static final UUID NO_ORGANISATION = new UUID(0, 0);

  /** Who names people by their BSN does not see it again. */
  public Caller {
    subject = BsnMask.mask(subject);
    client = client.map(BsnMask::mask);
  }

  /** It is not known through which system. */
  public Caller(String subject, UUID organisation, Set<UUID> organisations, Set<Role> roles) {
    this(subject, Optional.empty(), organisation, organisations, roles, Optional.empty());
  }
}
