/**
 * Measures a gateway under load, from a process of its own: {@code scripts/load}. Compiled with the
 * tests and not run by them. Beside each figure, in the same run, stands the limit that the machine
 * sets: COPY of the same rows, a bare parse of the same file, the bare query over the same tables.
 */
@NullMarked
package nl.banenschakel.load;

import org.jspecify.annotations.NullMarked;
