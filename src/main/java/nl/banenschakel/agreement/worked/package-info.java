/**
 * Hours that stand in a relation, as the slice of statements publishes them: what of them counts,
 * and how many there are in a week.
 */
@NullMarked
package nl.banenschakel.agreement.worked;

import org.jspecify.annotations.NullMarked;
