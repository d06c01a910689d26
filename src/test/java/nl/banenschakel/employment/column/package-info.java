/** Tests of the columns of contracts files. */
@NullMarked
package nl.banenschakel.employment.column;

import org.jspecify.annotations.NullMarked;
