/**
 * Which statements stand: one for each assignment and day, whoever sends how many at once. The
 * database holds it.
 */
@NullMarked
package nl.banenschakel.statement.standing;

import org.jspecify.annotations.NullMarked;
