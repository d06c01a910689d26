/**
 * How a wage return takes effect: from staging to versions of income relationships. An area of the
 * slice: other slices do not use it. Writes the schema {@code payroll}.
 */
@NullMarked
package nl.banenschakel.payroll.merge;

import org.jspecify.annotations.NullMarked;
