package nl.banenschakel.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.banenschakel.platform.vault.Signatures.Signature;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private static final UUID OURS = new UUID(1, 2);
  private static final UUID THEIRS = new UUID(1, 3);

  private final Signatures signatures = new Signatures(Vault.inMemory());

  @Test
  void it_holds_for_the_organisation_and_the_document_that_it_was_made_for_only() {
    var signature = signatures.sign(OURS, "{\"hours\":7.5}");

    assertThat(signature.mac().length()).isEqualTo(32);
    assertThat(signatures.holds(OURS, "{\"hours\":7.5}", signature)).isTrue();
    assertThat(signatures.holds(OURS, "{\"hours\":75}", signature)).isFalse();
    assertThat(signatures.holds(THEIRS, "{\"hours\":7.5}", signature)).isFalse();
    assertThat(new Signatures(Vault.inMemory()).holds(OURS, "{\"hours\":7.5}", signature))
        .isFalse();
  }

  @Test
  void by_a_key_that_is_not_there_it_does_not_hold() {
    var signature = signatures.sign(OURS, "x");

    var byAnother = new Signature(signature.keyId() + 1, signature.mac());

    assertThat(signatures.holds(OURS, "x", byAnother)).isFalse();
  }

  @Test
  void a_hash_is_what_anybody_computes() {
    assertThat(Signatures.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
