/**
 * Dated parameters: what the law and our own house rules say on a day, with source and status. Owns
 * the files of {@code config/norms}; no number of the law lives in code. May use the kernel and the
 * platform.
 */
@NullMarked
package nl.banenschakel.norm;

import org.jspecify.annotations.NullMarked;
