/** Wires the files that slices take. Owns no state. May use everything. */
@NullMarked
package nl.banenschakel.app.delivery;

import org.jspecify.annotations.NullMarked;
