/**
 * What both say of the hours that one of them stated: the receiver confirms, adjusts or objects,
 * the sender accepts or corrects, and silence means what was agreed on when its term is over.
 */
@NullMarked
package nl.banenschakel.statement.confirmation;

import org.jspecify.annotations.NullMarked;
