/** From bytes to rows. */
@NullMarked
package nl.banenschakel.payroll.message;

import org.jspecify.annotations.NullMarked;
