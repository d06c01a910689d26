/** Wage returns: from bytes to rows, and from rows to what holds. */
@NullMarked
package nl.banenschakel.payroll;

import org.jspecify.annotations.NullMarked;
