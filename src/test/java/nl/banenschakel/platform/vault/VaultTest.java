package nl.banenschakel.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.banenschakel.kernel.Bsn;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final UUID TENANT = new UUID(7, 1);
  private static final UUID OTHER_TENANT = new UUID(7, 2);
  private static final UUID PERSON = new UUID(9, 1);
  private static final Bsn BSN = Bsn.parse("999990019");

  private final Vault vault = Vault.inMemory();
  private final TenantVault own = vault.forTenant(TENANT);

  @Test
  void what_is_sealed_opens_for_its_tenant_and_person() {
    var sealed = own.seal(PERSON, BSN);

    assertThat(own.open(PERSON, sealed)).isEqualTo(BSN);
    assertThat(sealed.blindIndex()).isEqualTo(own.blindIndex(BSN));
    assertThat(sealed.blindKeyId()).isEqualTo(own.blindKeyId());
  }

  @Test
  void no_other_tenant_opens_it() {
    var sealed = own.seal(PERSON, BSN);

    assertThatThrownBy(() -> vault.forTenant(OTHER_TENANT).open(PERSON, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void it_does_not_open_in_another_persons_row() {
    var sealed = own.seal(PERSON, BSN);

    assertThatThrownBy(() -> own.open(new UUID(9, 2), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void it_does_not_open_under_another_keys_id() {
    var sealed = own.seal(PERSON, BSN);
    var moved =
        new SealedBsn(
            sealed.blindIndex(), sealed.blindKeyId(), sealed.sealed(), sealed.sealedKeyId() ^ 1);

    assertThatThrownBy(() -> own.open(PERSON, moved)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void it_does_not_open_in_another_vault() {
    var sealed = own.seal(PERSON, BSN);

    assertThatThrownBy(() -> Vault.inMemory().forTenant(TENANT).open(PERSON, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void sealing_twice_never_gives_the_same_bytes() {
    var seen = new HashSet<Buffer>();

    for (int i = 0; i < 1_000; i++) {
      seen.add(own.seal(PERSON, BSN).sealed());
    }

    assertThat(seen).hasSize(1_000);
  }

  @Test
  void the_blind_index_is_equal_within_a_tenant_and_differs_across_tenants() {
    assertThat(own.blindIndex(Bsn.parse("999990019"))).isEqualTo(own.blindIndex(BSN));
    assertThat(own.blindIndex(BSN).length()).isEqualTo(32);
    assertThat(vault.forTenant(OTHER_TENANT).blindIndex(BSN)).isNotEqualTo(own.blindIndex(BSN));
    assertThat(own.blindIndex(Bsn.parse("123456782"))).isNotEqualTo(own.blindIndex(BSN));
  }

  @Test
  void several_threads_share_one_tenants_vault() {
    var expected = own.blindIndex(BSN);

    var wrong =
        IntStream.range(0, 20_000)
            .parallel()
            .filter(
                i -> {
                  var person = new UUID(9, i);
                  var sealed = own.seal(person, BSN);
                  return !sealed.blindIndex().equals(expected)
                      || !own.open(person, sealed).equals(BSN);
                })
            .count();

    assertThat(wrong).isZero();
  }

  @Test
  void a_digest_does_not_depend_on_the_pieces_and_differs_across_tenants() {
    byte[] bytes = "999990019;36\n123456782;12".getBytes(StandardCharsets.US_ASCII);
    var whole = own.digest();
    var pieces = own.digest();
    var other = vault.forTenant(OTHER_TENANT).digest();

    whole.update(bytes);
    other.update(bytes);
    pieces.update(Arrays.copyOfRange(bytes, 0, 5));
    pieces.update(Arrays.copyOfRange(bytes, 5, bytes.length));

    byte[] digest = whole.finish();
    assertThat(pieces.finish()).isEqualTo(digest).hasSize(32);
    assertThat(other.finish()).isNotEqualTo(digest);
  }

  @Test
  void the_digest_and_the_blind_index_have_different_keys() {
    var digest = own.digest();

    digest.update("nl:bsn:999990019".getBytes(StandardCharsets.US_ASCII));

    assertThat(Buffer.buffer(digest.finish())).isNotEqualTo(own.blindIndex(BSN));
  }

  @Test
  void a_pseudonym_for_a_receiver_is_of_no_other_receiver_or_sender() {
    var here = new UUID(9, 3);
    var there = new UUID(9, 4);

    var pseudonym = own.pseudonymsFor(here).apply("P-1");

    assertThat(own.pseudonymsFor(here).apply("P-1")).isEqualTo(pseudonym);
    assertThat(own.pseudonymsFor(here).apply("P-2")).isNotEqualTo(pseudonym);
    assertThat(own.pseudonymsFor(there).apply("P-1")).isNotEqualTo(pseudonym);
    assertThat(vault.forTenant(OTHER_TENANT).pseudonymsFor(here).apply("P-1"))
        .isNotEqualTo(pseudonym);
    assertThat(pseudonym.version()).isEqualTo(8);
    assertThat(pseudonym.variant()).isEqualTo(2);
  }

  @Test
  void a_pseudonym_is_equal_within_a_tenant_and_has_a_key_of_its_own() {
    var text = "nl:bsn:999990019";

    assertThat(own.pseudonym(text)).isEqualTo(own.pseudonym(text)).isNotEqualTo(own.pseudonym(""));
    assertThat(own.pseudonym(text).length()).isEqualTo(32);
    assertThat(own.pseudonym(text)).isNotEqualTo(own.blindIndex(BSN));
    assertThat(vault.forTenant(OTHER_TENANT).pseudonym(text)).isNotEqualTo(own.pseudonym(text));
  }

  @Test
  void nothing_sealed_holds_the_digits() {
    var sealed = own.seal(PERSON, BSN);

    assertThat(sealed.sealed().toString(StandardCharsets.ISO_8859_1)).doesNotContain("999990019");
    assertThat(sealed.toString().toLowerCase(Locale.ROOT)).doesNotContain("999990019");
  }
}
