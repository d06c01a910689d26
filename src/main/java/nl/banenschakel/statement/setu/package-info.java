/**
 * Time cards of the Stichting Elektronische Transacties Uitzendbranche: SETU 2.0 in JSON and XML,
 * SETU 1.4 and 1.3 in XML, from bytes to statements, and SETU 2.0 back to bytes. A time card names
 * a person by the sender's or the receiver's own number; one that holds a BSN anywhere is refused.
 * Owns no state.
 */
@NullMarked
package nl.banenschakel.statement.setu;

import org.jspecify.annotations.NullMarked;
