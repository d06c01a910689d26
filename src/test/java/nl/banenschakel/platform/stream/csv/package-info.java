/** Proves that a CSV file gives the same rows and mistakes however its bytes arrive. */
@NullMarked
package nl.banenschakel.platform.stream.csv;

import org.jspecify.annotations.NullMarked;
