/** Wires the slices in which two organisations have something in common. */
@NullMarked
package nl.banenschakel.app.partner;

import org.jspecify.annotations.NullMarked;
