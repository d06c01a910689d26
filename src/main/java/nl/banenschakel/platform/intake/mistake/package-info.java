/**
 * How mistakes in a delivery are told: where they are, in which words, and beside the rows they are
 * in. Owns {@code intake.kept_file}. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.intake.mistake;

import org.jspecify.annotations.NullMarked;
