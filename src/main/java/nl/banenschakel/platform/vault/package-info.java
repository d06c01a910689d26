/**
 * The vault: seals BSNs, makes the blind index that finds them again, and keyed digests; keys stay
 * outside the database. Owns the keyset file. May use the kernel and {@code platform.failure}.
 */
@NullMarked
package nl.banenschakel.platform.vault;

import org.jspecify.annotations.NullMarked;
