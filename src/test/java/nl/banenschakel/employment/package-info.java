/**
 * Proves what becomes of a contracts file: its rows, its mistakes, and what is known since when.
 */
@NullMarked
package nl.banenschakel.employment;

import org.jspecify.annotations.NullMarked;
