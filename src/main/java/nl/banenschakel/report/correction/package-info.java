/**
 * What the payroll bureau should look at or correct, as a list. Owns no tables; reads the views of
 * {@code reconciliation}.
 */
@NullMarked
package nl.banenschakel.report.correction;

import org.jspecify.annotations.NullMarked;
