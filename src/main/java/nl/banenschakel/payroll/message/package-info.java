/**
 * The message Loonaangifte: from its bytes to rows, by the form of its year. An area of the slice:
 * other slices do not use it. Owns no state.
 */
@NullMarked
package nl.banenschakel.payroll.message;

import org.jspecify.annotations.NullMarked;
