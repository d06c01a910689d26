package nl.banenschakel.platform.vault;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import nl.banenschakel.platform.failure.StartRefused;

/**
 * The two keysets of a vault, and their form in a file: JSON with the members {@code sealing} and
 * {@code master}, each a Tink keyset in clear. Whoever reads the text reads the keys.
 *
 * @param sealing AES-256-GCM; the primary key seals, the others still open
 * @param master HKDF-SHA-256; the primary key derives, the others still find
 */
record Keysets(KeysetHandle sealing, KeysetHandle master) {
  private static final String SEALING = "sealing";
  private static final String MASTER = "master";

  static Keysets generate() {
    try {
      return new Keysets(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()),
          KeysetHandle.generateNew(PredefinedPrfParameters.HKDF_SHA256, PrfConfig2026.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot make AES-GCM and HKDF keys", e);
    }
  }

  static Keysets parse(String text) {
    try {
      var json = new JsonObject(text);
      return new Keysets(
          keyset(json, SEALING, AeadConfig2026.get()), keyset(json, MASTER, PrfConfig2026.get()));
    } catch (DecodeException | ClassCastException | GeneralSecurityException unreadable) {
      // Not passed on: a parser's message may quote the text, and the text is keys.
      throw unusable();
    }
  }

  String text() {
    return new JsonObject()
        .put(SEALING, json(sealing, AeadConfig2026.get()))
        .put(MASTER, json(master, PrfConfig2026.get()))
        .encodePrettily();
  }

  static StartRefused unusable() {
    return new StartRefused(
        "The vault's keyset file cannot be used",
        "expected JSON with the members sealing (AES-GCM) and master (HKDF), each a Tink keyset");
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "Keysets[*]";
  }

  private static KeysetHandle keyset(JsonObject json, String name, Configuration keys)
      throws GeneralSecurityException {
    var keyset = json.getJsonObject(name);
    if (keyset == null) {
      throw unusable();
    }
    return TinkJsonProtoKeysetFormat.parseKeyset(
        keyset.encode(), keys, InsecureSecretKeyAccess.get());
  }

  private static JsonObject json(KeysetHandle keyset, Configuration keys) {
    try {
      return new JsonObject(
          TinkJsonProtoKeysetFormat.serializeKeyset(keyset, keys, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A keyset cannot be written as JSON", e);
    }
  }
}
