/**
 * What the figures of a report are made of: income relationships, and of one person contracts,
 * hours and what the register told. Owns no tables; reads the views that slices publish.
 */
@NullMarked
package nl.banenschakel.report.evidence;

import org.jspecify.annotations.NullMarked;
