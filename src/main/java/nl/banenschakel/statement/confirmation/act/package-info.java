/**
 * What may be done with lines of a statement, and what was: states and steps, acts as they are
 * signed, and whether they still are what was signed. Without clock or database.
 */
@NullMarked
package nl.banenschakel.statement.confirmation.act;

import org.jspecify.annotations.NullMarked;
