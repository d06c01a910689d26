package nl.banenschakel.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  private static final String SECRET = "ge%40heim";

  @Test
  void every_part_of_a_url_is_read() {
    var address =
        DatabaseAddress.parse(
            "postgresql://an%20app:a+b%40c@db.example:6543/banen?sslmode=verify-full");

    assertThat(address)
        .isEqualTo(
            new DatabaseAddress(
                "db.example", 6543, "banen", "an app", "a+b@c", SslMode.VERIFY_FULL));
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6543/banen");
    assertThat(address.toPgConnectOptions().getSslMode()).isEqualTo(SslMode.VERIFY_FULL);
    assertThat(address.toPgConnectOptions().getPassword()).isEqualTo("a+b@c");
  }

  @Test
  void port_and_sslmode_have_the_usual_defaults() {
    var address = DatabaseAddress.parse("postgres://app@db/banen");

    assertThat(address.port()).isEqualTo(5432);
    assertThat(address.sslMode()).isEqualTo(SslMode.PREFER);
    assertThat(address.password()).isEmpty();
  }

  @Test
  void an_address_of_ipv6_has_brackets_only_in_urls() {
    var address = DatabaseAddress.parse("postgresql://app:x@[::1]:6543/banen");

    assertThat(address.host()).isEqualTo("::1");
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:6543/banen");
  }

  @Test
  void its_text_masks_the_password() {
    var address = DatabaseAddress.parse("postgresql://app:" + SECRET + "@db/banen");

    assertThat(address)
        .hasToString("postgresql://app:***@db:5432/banen?sslmode=prefer")
        .asString()
        .doesNotContain("heim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://app:" + SECRET + "@db/banen",
        "postgresql://app:" + SECRET + "@db",
        "postgresql://db/banen",
        "postgresql://app:" + SECRET + "@db/ba nen",
        "postgresql://app:" + SECRET + "@db:99999/banen",
        "postgresql://app:" + SECRET + "@db/banen?sslmode=perhaps",
        "postgresql://app:" + SECRET + "@db/banen?password=" + SECRET,
        "postgresql://app:" + SECRET + "@/banen",
        SECRET
      })
  void a_wrong_url_is_refused_without_being_repeated(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the database address ")
        .message()
        .doesNotContain("heim");
  }
}
