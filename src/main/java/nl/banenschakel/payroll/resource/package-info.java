/**
 * Wage returns as they can be read back: messages, income relationships and tijdvakken, now or as
 * of a moment. An area of the slice: other slices do not use it. Reads the schema {@code payroll},
 * and contracts through what {@code employment} publishes.
 */
@NullMarked
package nl.banenschakel.payroll.resource;

import org.jspecify.annotations.NullMarked;
