/**
 * Time cards over HTTP, as the bindings of the Stichting Elektronische Transacties Uitzendbranche
 * have them. A card of SETU 2.0 is kept, sealed, version by version, at the address that its sender
 * gave it, and nobody else reads it; what it states is a statement like any other.
 */
@NullMarked
package nl.banenschakel.statement.timecard;

import org.jspecify.annotations.NullMarked;
