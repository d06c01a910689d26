/**
 * Reads as of a moment, which wait for what takes effect at it. Owns nothing. May use the kernel
 * and {@code platform.db}.
 */
@NullMarked
package nl.banenschakel.platform.db.known;

import org.jspecify.annotations.NullMarked;
