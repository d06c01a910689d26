/**
 * What an organisation writes down before it proposes it: a new agreement, or the next version of
 * one. Nobody else sees it.
 */
@NullMarked
package nl.banenschakel.agreement.draft;

import org.jspecify.annotations.NullMarked;
