/**
 * Composition: commands, wiring by hand, and what listens on a port. May use everything, and is the
 * only part that waits.
 */
@NullMarked
package nl.banenschakel.app;

import org.jspecify.annotations.NullMarked;
