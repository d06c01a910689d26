/**
 * What the columns of a contracts file are: their names, what their cells hold, and the exports
 * that are common. Owns no state. May use what its slice may.
 */
@NullMarked
package nl.banenschakel.employment.column;

import org.jspecify.annotations.NullMarked;
