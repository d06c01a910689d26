package nl.banenschakel.platform.http;

import static nl.banenschakel.platform.auth.Forge.EC;
import static nl.banenschakel.platform.auth.Forge.RSA;
import static nl.banenschakel.platform.auth.Forge.base64;
import static nl.banenschakel.platform.auth.Forge.claims;
import static nl.banenschakel.platform.auth.Forge.good;
import static nl.banenschakel.platform.auth.Forge.header;
import static nl.banenschakel.platform.auth.Forge.token;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Forge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens that must not pass, each with what is wrong with it. */
final class ForgedTokens {
  private ForgedTokens() {}

  static Stream<Arguments> headers() {
    var good = good(claims());
    return Stream.of(
        arguments("no header", List.of()),
        arguments("Basic", List.of("Authorization: Basic aHI6aHI=")),
        arguments("no scheme", List.of("Authorization: " + good)),
        arguments("no token", List.of("Authorization: Bearer ")),
        arguments("two tokens", List.of("Authorization: Bearer " + good + " " + good)),
        arguments(
            "two headers",
            List.of("Authorization: Bearer " + good, "Authorization: Bearer " + good)),
        arguments("two schemes", List.of("Authorization: Bearer " + good + ", Basic aHI6aHI=")),
        arguments("token in a cookie", List.of("Cookie: access_token=" + good)));
  }

  static Stream<Arguments> signatures() {
    var good = good(claims());
    var unsigned = good.substring(0, good.lastIndexOf('.'));
    var stranger = Forge.curve().getPrivate();
    var rs = claims().encode();
    return Stream.of(
        wrong("alg none", base64(new JsonObject().put("alg", "none").encode()) + "." + rs + "."),
        wrong(
            "alg none with a kid and a signature",
            token(header("ec", "none"), rs, "ES256", EC.getPrivate())),
        wrong(
            "alg NONE, no signature",
            base64(header("ec", "NONE").encode()) + "." + base64(rs) + "."),
        wrong(
            "HS256 with the public key as secret",
            Forge.hmac(header("rsa", "HS256"), claims(), RSA.getPublic().getEncoded())),
        wrong(
            "RS256 in the header, HMAC below it",
            Forge.hmac(header("rsa", "RS256"), claims(), RSA.getPublic().getEncoded())),
        wrong("another key, same kid", token(header("ec", "ES256"), rs, "ES256", stranger)),
        wrong("ES256 header, RS key", token(header("rsa", "ES256"), rs, "ES256", EC.getPrivate())),
        wrong("RS256 header, EC key", token(header("ec", "RS256"), rs, "RS256", RSA.getPrivate())),
        wrong(
            "PS256 of an RS256 key", token(header("rsa", "PS256"), rs, "PS256", RSA.getPrivate())),
        wrong("RS512", token(header("rsa", "RS512"), rs, "RS512", RSA.getPrivate())),
        wrong("signature in ASN.1", token(header("ec", "ES256"), rs, "ASN.1", EC.getPrivate())),
        wrong("signature of zeros", unsigned + "." + base64(new byte[64])),
        wrong("tampered signature", broken(good)),
        wrong("no signature", unsigned + "."),
        wrong("two parts", unsigned),
        wrong("truncated", good.substring(0, good.length() - 8)),
        wrong("tampered payload", tampered(good)));
  }

  static Stream<Arguments> forms() {
    var good = good(claims());
    var key = EC.getPrivate();
    var text = claims().encode();
    var twice = text.substring(0, text.length() - 1) + ",\"roles\":[\"hr\",\"admin\"]}";
    return Stream.of(
        wrong("extra dot", good + "."),
        wrong("four parts", good + ".e30"),
        wrong("padding", good + "="),
        wrong("not base64", "a!b.c#d.e$f"),
        wrong("not canonical base64", notCanonical(good)),
        wrong("a word", "token"),
        wrong("oversized", good(claims().put("remark", "x".repeat(9_000)))),
        wrong("payload is a list", token(header("ec", "ES256"), "[" + text + "]", "ES256", key)),
        wrong("payload is no JSON", token(header("ec", "ES256"), "hello", "ES256", key)),
        wrong("payload with a claim twice", token(header("ec", "ES256"), twice, "ES256", key)),
        wrong("payload with more behind", token(header("ec", "ES256"), text + "{}", "ES256", key)),
        ofHeader("crit", new JsonArray().add("b64")),
        ofHeader("jwk", Forge.ec("own", EC)),
        ofHeader("jku", "https://attacker.example/keys"),
        ofHeader("x5u", "https://attacker.example/chain"),
        ofHeader("x5c", new JsonArray().add("MIIB")),
        ofHeader("typ", "secevent+jwt"),
        ofHeader("typ", 1),
        ofHeader("alg", 1),
        ofHeader("kid", 1),
        ofHeader("kid", null),
        ofHeader("kid", "other"),
        ofHeader("kid", "../../keys"));
  }

  static Stream<Arguments> times() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        ofClaim("exp", now - 1),
        ofClaim("exp", now - 3_000),
        ofClaim("exp", null),
        ofClaim("exp", now + 3_700),
        ofClaim("exp", Long.MAX_VALUE),
        ofClaim("exp", Long.toString(now + 600)),
        ofClaim("exp", now + 600.5),
        ofClaim("nbf", now + 120),
        ofClaim("nbf", "now"),
        ofClaim("iat", now + 120),
        ofClaim("iat", null),
        ofClaim("iat", -1),
        ofClaim("iat", now + 700),
        ofClaim("iat", new JsonArray()));
  }

  static Stream<Arguments> claimsOfOtherTypes() {
    var organisation = Forge.ORGANISATION.toString();
    var many = new JsonArray(IntStream.range(0, 51).mapToObj(i -> uuid(i)).toList());
    return Stream.of(
        ofClaim("iss", "https://login.attacker.example"),
        ofClaim("iss", Forge.RULES.issuer() + "/"),
        ofClaim("iss", null),
        ofClaim("iss", new JsonArray().add(Forge.RULES.issuer())),
        ofClaim("aud", "other"),
        ofClaim("aud", null),
        ofClaim("aud", new JsonArray()),
        ofClaim("aud", new JsonArray().add("other")),
        ofClaim("aud", new JsonArray().add(1)),
        ofClaim("sub", null),
        ofClaim("sub", ""),
        ofClaim("sub", 12),
        ofClaim("sub", "x".repeat(201)),
        ofClaim("sub", "a\nb"),
        ofClaim("organisations", null),
        ofClaim("organisations", organisation),
        ofClaim("organisations", new JsonArray()),
        ofClaim("organisations", new JsonArray().add("1-1-1-1-1")),
        ofClaim("organisations", new JsonArray().add(organisation).add(organisation)),
        ofClaim("organisations", new JsonArray().add("00000000-0000-0000-0000-000000000000")),
        ofClaim("organisations", many),
        ofClaim("roles", null),
        ofClaim("roles", "hr"),
        ofClaim("roles", new JsonArray()),
        ofClaim("roles", new JsonArray().add("root")),
        ofClaim("roles", new JsonArray().add("HR")),
        ofClaim("roles", new JsonArray().add("hr").add("hr")),
        ofClaim("roles", new JsonArray().addNull()));
  }

  static Stream<Arguments> otherKeys() {
    return Stream.of("rsa", "pss", "ed")
        .map(
            kid ->
                wrong(
                    "signed by ec, said to be by " + kid,
                    token(header(kid, "ES256"), claims().encode(), "ES256", EC.getPrivate())));
  }

  private static Arguments ofClaim(String name, @Nullable Object value) {
    var claims = claims();
    claims.remove(name);
    if (value != null) {
      claims.put(name, value);
    }
    return wrong(name + " " + abbreviated(value), good(claims));
  }

  private static Arguments ofHeader(String name, @Nullable Object value) {
    var header = header("ec", "ES256");
    header.remove(name);
    if (value != null) {
      header.put(name, value);
    }
    return arguments("header " + name + " " + abbreviated(value), signed(header, claims()));
  }

  private static Arguments wrong(String what, String token) {
    return arguments(what, bearer(token));
  }

  static List<String> signed(JsonObject header, JsonObject claims) {
    return bearer(token(header, claims.encode(), "ES256", EC.getPrivate()));
  }

  static List<String> bearer(String token) {
    return List.of("Authorization: Bearer " + token);
  }

  private static String abbreviated(@Nullable Object value) {
    var text = String.valueOf(value);
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  private static String uuid(int i) {
    return "0197a3c2-7c1e-7d40-9a55-%012d".formatted(i + 1);
  }

  /** One bit of the signature's first byte is another. */
  static String broken(String token) {
    int at = token.lastIndexOf('.') + 1;
    return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
  }

  /** The claims of an administrator under the signature of somebody else. */
  private static String tampered(String token) {
    var claims = claims().put("roles", new JsonArray().add("hr").add("admin"));
    return token.substring(0, token.indexOf('.') + 1)
        + base64(claims.encode())
        + token.substring(token.lastIndexOf('.'));
  }

  /** The last character has bits that do not count: another text for the same bytes. */
  private static String notCanonical(String token) {
    var last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int value = last.indexOf(token.charAt(token.length() - 1));
    return token.substring(0, token.length() - 1) + last.charAt(value + 1);
  }
}
