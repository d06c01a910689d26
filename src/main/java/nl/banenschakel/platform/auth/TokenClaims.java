package nl.banenschakel.platform.auth;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says (DESIGN 4).
 *
 * @param subject a client or a person at the identity provider
 * @param client the system that got the token: {@code azp}, or {@code client_id} (RFC 9068)
 * @param organisations whom the token may act for; none for an operator that only makes them
 * @param roles at least one
 * @param expiresAt from then on it is worth nothing
 */
public record TokenClaims(
    String subject,
    Optional<String> client,
    Set<UUID> organisations,
    Set<Role> roles,
    Instant expiresAt) {
  /** Organisations in one token: a payroll bureau acts for many. */
  public static final int ORGANISATIONS_MAX = 50;

  /** The longest a token may be valid, from {@code iat} to {@code exp}. */
  public static final int LIFETIME_SECONDS_MAX = 3_600;

  /** How far the clocks of identity provider and gateway may differ. */
  static final int LEEWAY_SECONDS = 30;

  private static final int NAME_CHARS_MAX = 200;

  /** The last second of the year 9999: what lies beyond is no date but an attempt at overflow. */
  private static final long SECOND_MAX = 253_402_300_799L;

  /**
   * Checks and reads every claim.
   *
   * @throws TokenRefused when one is missing, of another type, or says no
   */
  static TokenClaims read(JsonObject payload, TokenRules rules, Instant now) {
    TokenRefused.unless(rules.issuer().equals(payload.getValue("iss")), "iss");
    TokenRefused.unless(audiences(payload.getValue("aud")).contains(rules.audience()), "aud");
    long expiresAt = second(payload, "exp");
    checkTimes(payload, expiresAt, now.getEpochSecond());
    var roles = set(payload, "roles", Role.values().length, TokenClaims::role);
    TokenRefused.unless(!roles.isEmpty(), "roles");
    var organisations =
        payload.containsKey("organisations")
            ? set(payload, "organisations", ORGANISATIONS_MAX, TokenClaims::organisation)
            : Set.<UUID>of();
    boolean operator = roles.equals(Set.of(Role.ADMIN));
    TokenRefused.unless(operator || !organisations.isEmpty(), "organisations");
    return new TokenClaims(
        name(payload, "sub"),
        client(payload),
        organisations,
        roles,
        Instant.ofEpochSecond(expiresAt));
  }

  /** Whoever it says, for one organisation. */
  public Caller caller(UUID organisation) {
    return new Caller(subject, client, organisation, organisations, roles, Optional.empty());
  }

  /**
   * Whoever it says, for an organisation that gave a mandate: in the roles that both give. What is
   * kept of who did something says of which organisation that was.
   */
  public Caller caller(UUID organisation, Representation by) {
    return new Caller(
        "%s (%s)".formatted(subject, by.name()),
        client,
        organisation,
        organisations,
        roles.stream().filter(by.roles()::contains).collect(Collectors.toUnmodifiableSet()),
        Optional.of(by.representative()));
  }

  private static void checkTimes(JsonObject payload, long expiresAt, long now) {
    long issuedAt = second(payload, "iat");
    TokenRefused.unless(expiresAt > now, "exp has passed");
    TokenRefused.unless(
        expiresAt > issuedAt && expiresAt - issuedAt <= LIFETIME_SECONDS_MAX,
        "exp is far from iat");
    TokenRefused.unless(issuedAt <= now + LEEWAY_SECONDS, "iat is to come");
    TokenRefused.unless(
        !payload.containsKey("nbf") || second(payload, "nbf") <= now + LEEWAY_SECONDS,
        "nbf is to come");
  }

  private static Optional<String> client(JsonObject payload) {
    return Stream.of("azp", "client_id")
        .filter(payload::containsKey)
        .findFirst()
        .map(claim -> name(payload, claim));
  }

  private static String name(JsonObject payload, String claim) {
    var name = text(payload.getValue(claim), claim);
    TokenRefused.unless(!name.isBlank() && name.length() <= NAME_CHARS_MAX, claim);
    TokenRefused.unless(name.codePoints().noneMatch(TokenClaims::breaksLines), claim);
    return name;
  }

  /** What forges a line of a log, or turns its direction. */
  private static boolean breaksLines(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static List<String> audiences(@Nullable Object aud) {
    return aud instanceof JsonArray several
        ? several.stream().map(item -> text(item, "aud")).toList()
        : List.of(text(aud, "aud"));
  }

  private static Role role(String name) {
    return Role.named(name).orElseThrow(() -> new TokenRefused("roles"));
  }

  private static UUID organisation(String text) {
    try {
      var id = UUID.fromString(text);
      // UUID.fromString takes 1-1-1-1-1 too. All zeros means "none" to us.
      if (id.toString().equalsIgnoreCase(text) && !id.equals(Caller.NO_ORGANISATION)) {
        return id;
      }
    } catch (IllegalArgumentException malformed) {
      throw new TokenRefused("organisations");
    }
    throw new TokenRefused("organisations");
  }

  private static <T> Set<T> set(
      JsonObject payload, String name, int max, Function<String, T> parse) {
    if (!(payload.getValue(name) instanceof JsonArray items) || items.size() > max) {
      throw new TokenRefused(name);
    }
    var read = new LinkedHashSet<T>();
    for (var item : items) {
      TokenRefused.unless(read.add(parse.apply(text(item, name))), name);
    }
    return Set.copyOf(read);
  }

  private static long second(JsonObject payload, String name) {
    var claim = payload.getValue(name);
    boolean whole = claim instanceof Integer || claim instanceof Long;
    long second = whole && claim instanceof Number number ? number.longValue() : -1;
    TokenRefused.unless(second >= 0 && second <= SECOND_MAX, name);
    return second;
  }

  private static String text(@Nullable Object claim, String name) {
    if (claim instanceof String text) {
      return text;
    }
    throw new TokenRefused(name);
  }
}
