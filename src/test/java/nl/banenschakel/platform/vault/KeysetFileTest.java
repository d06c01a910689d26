package nl.banenschakel.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.platform.failure.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetFileTest {
  private static final UUID TENANT = new UUID(7, 1);
  private static final UUID PERSON = new UUID(9, 1);
  private static final Bsn BSN = Bsn.parse("999990019");

  @TempDir Path folder;

  @Test
  void what_was_sealed_opens_after_a_restart() {
    var sealed = Vault.create(file()).forTenant(TENANT).seal(PERSON, BSN);

    var reopened = Vault.open(file()).forTenant(TENANT);

    assertThat(reopened.open(PERSON, sealed)).isEqualTo(BSN);
    assertThat(reopened.blindIndex(BSN)).isEqualTo(sealed.blindIndex());
  }

  @Test
  void the_file_is_its_owners_alone_and_nothing_else_is_left_in_the_folder() throws IOException {
    KeysetFile.write(file(), Keysets.generate());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void a_file_that_is_there_is_not_overwritten() throws IOException {
    KeysetFile.write(file(), Keysets.generate());
    var before = Files.readString(file());

    assertThatThrownBy(() -> Vault.create(file()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("not overwritten");
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void a_missing_file_is_refused() {
    assertThatThrownBy(() -> Vault.open(file()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is not there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rw------x"})
  void a_file_that_others_may_use_is_refused(String permissions) throws IOException {
    KeysetFile.write(file(), Keysets.generate());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> Vault.open(file()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("0600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "[]",
        "{}",
        "{\"sealing\": 1, \"master\": 2}",
        "{\"sealing\": {\"secret\": \"c2VjcmV0\"}, \"master\": {}}"
      })
  void a_file_that_is_no_keyset_is_refused_without_repeating_it(String text) throws IOException {
    ownerOnly(text);

    assertThatThrownBy(() -> Vault.open(file()))
        .isInstanceOf(StartRefused.class)
        .hasMessageNotContaining("c2VjcmV0")
        .hasNoCause();
  }

  @Test
  void keysets_of_the_wrong_kind_are_refused() throws IOException {
    var keysets = Keysets.generate();
    ownerOnly(
        keysets
            .text()
            .replace("sealing", "was")
            .replace("master", "sealing")
            .replace("was", "master"));

    assertThatThrownBy(() -> Vault.open(file())).isInstanceOf(StartRefused.class);
  }

  @Test
  void after_rotation_old_seals_open_and_old_blind_indexes_are_found() throws Exception {
    var old = Keysets.generate();
    ownerOnly(old.text());
    var sealedBefore = Vault.open(file()).forTenant(TENANT).seal(PERSON, BSN);

    ownerOnly(rotated(old).text());
    var after = Vault.open(file()).forTenant(TENANT);
    var sealedAfter = after.seal(PERSON, BSN);

    assertThat(after.open(PERSON, sealedBefore)).isEqualTo(BSN);
    assertThat(after.blindIndex(BSN, sealedBefore.blindKeyId()))
        .isEqualTo(sealedBefore.blindIndex());
    assertThat(sealedAfter.sealedKeyId()).isNotEqualTo(sealedBefore.sealedKeyId());
    assertThat(sealedAfter.blindKeyId()).isNotEqualTo(sealedBefore.blindKeyId());
    assertThat(sealedAfter.blindIndex()).isNotEqualTo(sealedBefore.blindIndex());
  }

  @Test
  void the_text_of_the_keysets_shows_no_key() {
    assertThat(Keysets.generate().toString()).isEqualTo("Keysets[*]");
  }

  private static Keysets rotated(Keysets old) throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
    return new Keysets(
        withNewPrimary(old.sealing(), PredefinedAeadParameters.AES256_GCM),
        withNewPrimary(old.master(), PredefinedPrfParameters.HKDF_SHA256));
  }

  private static KeysetHandle withNewPrimary(KeysetHandle keyset, Parameters parameters)
      throws GeneralSecurityException {
    return KeysetHandle.newBuilder(keyset)
        .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
        .build();
  }

  private void ownerOnly(String text) throws IOException {
    Files.writeString(file(), text);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
  }

  private Path file() {
    return folder.resolve("vault.json");
  }
}
