/**
 * What wage returns come to, and what the sender says they should: an area of the slice. Writes the
 * schema {@code payroll}.
 */
@NullMarked
package nl.banenschakel.payroll.total;

import org.jspecify.annotations.NullMarked;
