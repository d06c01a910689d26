package nl.banenschakel.platform.http;

import static nl.banenschakel.platform.auth.Forge.claims;
import static nl.banenschakel.platform.auth.Forge.good;
import static nl.banenschakel.platform.auth.Forge.header;
import static nl.banenschakel.platform.auth.Forge.token;
import static nl.banenschakel.platform.http.ForgedTokens.bearer;
import static nl.banenschakel.platform.http.ForgedTokens.broken;
import static nl.banenschakel.platform.http.ForgedTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.banenschakel.platform.auth.Forge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong token gets the same answer; nothing in it tells why. */
class ForgedTokensTest {
  private static final String LINE = "GET /v1/things/0197a3c2-7c1e-7d40-9a55-3f1c52d0b001";
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "nl.banenschakel.platform.http.ForgedTokens#headers",
    "nl.banenschakel.platform.http.ForgedTokens#signatures",
    "nl.banenschakel.platform.http.ForgedTokens#forms",
    "nl.banenschakel.platform.http.ForgedTokens#times",
    "nl.banenschakel.platform.http.ForgedTokens#claimsOfOtherTypes",
    "nl.banenschakel.platform.http.ForgedTokens#otherKeys"
  })
  void a_wrong_token_gets_the_one_answer(String what, List<String> headers) {
    var none = gateway.send(LINE, List.of(), "");

    var reply = gateway.send(LINE, headers, "");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo(none.body());
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.json().getString("code")).isEqualTo("TOKEN_REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
  void the_scheme_is_read_in_any_case(String scheme) {
    var reply = gateway.send(LINE, List.of("Authorization: " + scheme + " " + good(claims())), "");

    assertThat(reply.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"rsa, RS256", "pss, PS256", "ec, ES256", "ed, EdDSA"})
  void every_algorithm_of_the_list_is_verified(String kid, String alg) {
    var pair =
        switch (kid) {
          case "rsa" -> Forge.RSA;
          case "pss" -> Forge.PSS;
          case "ec" -> Forge.EC;
          default -> Forge.ED;
        };
    var token = token(header(kid, alg), claims().encode(), alg, pair.getPrivate());

    assertThat(gateway.send(LINE, bearer(token), "").status()).isEqualTo(200);
    assertThat(gateway.send(LINE, bearer(broken(token)), "").status()).isEqualTo(401);
  }

  @Test
  void an_access_token_type_several_audiences_and_no_type_are_fine() {
    var several = claims().put("aud", new JsonArray().add("account").add("banenschakel"));
    var typed = header("ec", "ES256").put("typ", "at+jwt");
    var untyped = new JsonObject().put("alg", "ES256").put("kid", "ec");

    assertThat(gateway.send(LINE, bearer(good(several)), "").status()).isEqualTo(200);
    assertThat(gateway.send(LINE, signed(typed, claims()), "").status()).isEqualTo(200);
    assertThat(gateway.send(LINE, signed(untyped, claims()), "").status()).isEqualTo(200);
  }
}
