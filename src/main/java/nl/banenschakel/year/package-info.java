/**
 * The roll-over to a new year: which open contracts it begins with, what the old year leaves behind
 * and why, and what the new year lacks. Owns the schema {@code year}; reads what others publish.
 * May use the kernel, the platform and norms.
 */
@NullMarked
package nl.banenschakel.year;

import org.jspecify.annotations.NullMarked;
