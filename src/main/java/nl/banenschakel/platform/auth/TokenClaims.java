package nl.banenschakel.platform.auth;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.platform.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says (DESIGN 4).
 *
 * @param subject a client or a person at the identity provider
 * @param organisations whom the token may act for; none for an operator that only makes them
 * @param roles at least one
 * @param expiresAt from then on it is worth nothing
 */
public record TokenClaims(
    String subject, Set<UUID> organisations, Set<Role> roles, Instant expiresAt) {
  /** Organisations in one token: a payroll bureau acts for many. */
  public static final int ORGANISATIONS_MAX = 50;

  /** The longest a token may be valid, from {@code iat} to {@code exp}. */
  public static final int LIFETIME_SECONDS_MAX = 3_600;

  /** How far the clocks of identity provider and gateway may differ. */
  static final int LEEWAY_SECONDS = 30;

  private static final int SUBJECT_CHARS_MAX = 200;

  /** The last second of the year 9999: what lies beyond is no date but an attempt at overflow. */
  private static final long SECOND_MAX = 253_402_300_799L;

  /**
   * Checks and reads every claim.
   *
   * @throws Failure.Unauthenticated when one is missing, of another type, or says no
   */
  static TokenClaims read(JsonObject payload, TokenRules rules, Instant now) {
    require(rules.issuer().equals(payload.getValue("iss")));
    require(audiences(payload.getValue("aud")).contains(rules.audience()));
    long expiresAt = second(payload.getValue("exp"));
    long issuedAt = second(payload.getValue("iat"));
    require(expiresAt > issuedAt && expiresAt - issuedAt <= LIFETIME_SECONDS_MAX);
    require(expiresAt > now.getEpochSecond());
    require(issuedAt <= now.getEpochSecond() + LEEWAY_SECONDS);
    require(
        !payload.containsKey("nbf")
            || second(payload.getValue("nbf")) <= now.getEpochSecond() + LEEWAY_SECONDS);
    var roles = set(payload.getValue("roles"), Role.values().length, TokenClaims::role);
    var organisations =
        payload.containsKey("organisations")
            ? set(payload.getValue("organisations"), ORGANISATIONS_MAX, TokenClaims::organisation)
            : Set.<UUID>of();
    require(!roles.isEmpty());
    require(!organisations.isEmpty() || roles.equals(Set.of(Role.ADMIN)));
    return new TokenClaims(
        subject(payload.getValue("sub")), organisations, roles, Instant.ofEpochSecond(expiresAt));
  }

  private static String subject(@Nullable Object sub) {
    var subject = text(sub);
    require(!subject.isBlank() && subject.length() <= SUBJECT_CHARS_MAX);
    require(subject.chars().noneMatch(Character::isISOControl));
    return subject;
  }

  private static List<String> audiences(@Nullable Object aud) {
    return aud instanceof JsonArray several
        ? several.stream().map(TokenClaims::text).toList()
        : List.of(text(aud));
  }

  private static Role role(String name) {
    return Role.named(name).orElseThrow(Failure.Unauthenticated::new);
  }

  private static UUID organisation(String text) {
    try {
      var id = UUID.fromString(text);
      // UUID.fromString takes 1-1-1-1-1 too. All zeros means "none" to us.
      require(id.toString().equalsIgnoreCase(text) && !id.equals(Caller.NO_ORGANISATION));
      return id;
    } catch (IllegalArgumentException malformed) {
      throw new Failure.Unauthenticated();
    }
  }

  private static <T> Set<T> set(@Nullable Object claim, int max, Function<String, T> parse) {
    if (!(claim instanceof JsonArray items) || items.size() > max) {
      throw new Failure.Unauthenticated();
    }
    var read = new LinkedHashSet<T>();
    for (var item : items) {
      require(read.add(parse.apply(text(item))));
    }
    return Set.copyOf(read);
  }

  private static long second(@Nullable Object claim) {
    require(claim instanceof Integer || claim instanceof Long);
    long second = claim instanceof Number number ? number.longValue() : -1;
    require(second >= 0 && second <= SECOND_MAX);
    return second;
  }

  private static String text(@Nullable Object claim) {
    if (claim instanceof String text) {
      return text;
    }
    throw new Failure.Unauthenticated();
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new Failure.Unauthenticated();
    }
  }
}
