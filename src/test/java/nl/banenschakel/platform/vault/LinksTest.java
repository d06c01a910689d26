package nl.banenschakel.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private final Links links = new Links(Vault.inMemory());
  private final Links.Target target = new Links.Target(new UUID(1, 2), new UUID(3, 4));

  @Test
  void a_link_says_who_gave_it_and_what_it_is_about() {
    var link = links.sign("invitation", target);

    assertThat(link).matches("[A-Za-z0-9_-]{86}");
    assertThat(links.open("invitation", link)).contains(target);
  }

  @Test
  void it_opens_nothing_else() {
    var link = links.sign("invitation", target);

    assertThat(links.open("statement", link)).isEmpty();
    assertThat(new Links(Vault.inMemory()).open("invitation", link)).isEmpty();
  }

  @Test
  void with_any_character_changed_it_opens_nothing() {
    var link = links.sign("invitation", target);

    for (int at = 0; at < link.length(); at++) {
      // The last character holds four bits only: another one may stand for the same bytes.
      var other = link.charAt(at) == 'A' ? 'Q' : 'A';
      var forged = link.substring(0, at) + other + link.substring(at + 1);
      assertThat(links.open("invitation", forged)).as("character %d", at).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "AAAA"})
  void what_is_no_link_opens_nothing(String text) {
    assertThat(links.open("invitation", text)).isEmpty();
  }
}
