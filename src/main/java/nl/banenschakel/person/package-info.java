/**
 * A tenant's people. Owns the schema {@code person}: sealed BSNs and the blind indexes that find
 * them again. Everything else works with a person's id. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.person;

import org.jspecify.annotations.NullMarked;
