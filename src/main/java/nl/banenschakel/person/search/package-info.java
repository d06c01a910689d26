/**
 * Finds a tenant's people by their BSN, which comes in a body and goes nowhere. Owns nothing: reads
 * what other slices publish. An area of the slice {@code person}.
 */
@NullMarked
package nl.banenschakel.person.search;

import org.jspecify.annotations.NullMarked;
