/**
 * Invitations to a relation: a signed link that works once. A link lets who has it act in the name
 * of the organisation that gave it, for this one thing.
 */
@NullMarked
package nl.banenschakel.relation.invitation;

import org.jspecify.annotations.NullMarked;
