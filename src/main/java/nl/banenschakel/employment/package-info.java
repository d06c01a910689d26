/**
 * Contracts as HR delivers them: files, and what is known of every contract since when. Owns the
 * schema {@code employment}. May use the kernel, the platform, party and person.
 */
@NullMarked
package nl.banenschakel.employment;

import org.jspecify.annotations.NullMarked;
