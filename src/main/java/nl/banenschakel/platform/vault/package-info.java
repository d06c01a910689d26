/**
 * The vault: seals BSNs, makes the blind index that finds them again, and keyed digests; keys stay
 * outside the database. Owns the keyset file. May use the kernel and {@code platform.failure}.
 *
 * <p>A BSN is sealed with AES-256-GCM (Tink); its associated data are tenant, person, the field's
 * name and the key's id. The blind index is HMAC-SHA-256 over {@code nl:bsn:} and the digits. Its
 * key and that of the digests come from the master by HKDF-SHA-256 with purpose and tenant as info,
 * so nothing joins two tenants. Rows keep the ids of both keys: older keys stay in the keyset until
 * no row names them.
 */
@NullMarked
package nl.banenschakel.platform.vault;

import org.jspecify.annotations.NullMarked;
