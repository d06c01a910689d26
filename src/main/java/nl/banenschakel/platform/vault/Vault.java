package nl.banenschakel.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The keys of this gateway. One AES-256-GCM keyset seals; one HKDF-SHA-256 keyset is the master
 * from which each tenant's own keys are derived. Both live in one file outside the database, and
 * several gateways on one database share that file. Safe for several threads at once.
 */
public final class Vault {
  /** Tenants whose derived keys are kept; those of others are derived again when needed. */
  private static final int TENANTS_MAX = 1_000;

  private final Aead aead;
  private final int sealingKeyId;
  private final PrfSet master;
  private final Map<UUID, TenantVault> tenants =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, TenantVault> eldest) {
          return size() > TENANTS_MAX;
        }
      };

  private Vault(Keysets keysets) throws GeneralSecurityException {
    this.aead = keysets.sealing().getPrimitive(AeadConfig2026.get(), Aead.class);
    this.sealingKeyId = keysets.sealing().getPrimary().getId();
    this.master = keysets.master().getPrimitive(PrfConfig2026.get(), PrfSet.class);
  }

  /**
   * Opens the keyset file.
   *
   * @throws nl.banenschakel.platform.failure.StartRefused when it is missing, when others than its
   *     owner may read or write it, or when it is no keyset file
   */
  public static Vault open(Path keysetFile) {
    return of(KeysetFile.read(keysetFile));
  }

  /**
   * Makes the keyset file, readable by its owner only, and opens it. Whoever loses the file loses
   * every BSN: it is never overwritten.
   *
   * @throws nl.banenschakel.platform.failure.StartRefused when it is there already or cannot be
   *     written
   */
  public static Vault create(Path keysetFile) {
    var keysets = Keysets.generate();
    KeysetFile.write(keysetFile, keysets);
    return of(keysets);
  }

  /** Keys that end with this process: for a throw-away database. */
  public static Vault inMemory() {
    return of(Keysets.generate());
  }

  /** The vault of one tenant: what it seals, no other tenant's vault opens. */
  public TenantVault forTenant(UUID tenant) {
    synchronized (tenants) {
      return tenants.computeIfAbsent(
          tenant, missing -> new TenantVault(missing, aead, sealingKeyId, master));
    }
  }

  private static Vault of(Keysets keysets) {
    try {
      return new Vault(keysets);
    } catch (GeneralSecurityException unusable) {
      throw Keysets.unusable();
    }
  }
}
