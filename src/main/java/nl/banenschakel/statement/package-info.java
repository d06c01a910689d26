/**
 * Hours that lenders and suppliers state to have been worked for another organisation: whatever
 * form they come in by, one result. Owns the schema {@code statement}.
 */
@NullMarked
package nl.banenschakel.statement;

import org.jspecify.annotations.NullMarked;
