/**
 * What the columns of a contracts file are: their names, the mapping that is kept for a source, and
 * the look at a file before it is delivered. Owns {@code employment.column_mapping}. May use what
 * its slice may.
 */
@NullMarked
package nl.banenschakel.employment.column;

import org.jspecify.annotations.NullMarked;
