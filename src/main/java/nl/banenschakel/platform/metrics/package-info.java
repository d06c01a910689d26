/**
 * Figures for the operator, in the text format of Prometheus. Owns the names of all meters. Labels
 * hold names of our own only: never an id, a number or anything else that was sent. May use the
 * kernel.
 */
@NullMarked
package nl.banenschakel.platform.metrics;

import org.jspecify.annotations.NullMarked;
