/** Tests of the roll-over to a new year. */
@NullMarked
package nl.banenschakel.year;

import org.jspecify.annotations.NullMarked;
