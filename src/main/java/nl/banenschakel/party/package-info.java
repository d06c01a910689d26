/**
 * Organisations and their wage-tax numbers. Owns the schema {@code party}; every organisation is a
 * tenant. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.party;

import org.jspecify.annotations.NullMarked;
