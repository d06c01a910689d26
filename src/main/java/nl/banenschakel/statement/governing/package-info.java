/**
 * What governs a statement as it is taken in: the relation that runs in its days, and the versions
 * of agreements that are in force on them.
 */
@NullMarked
package nl.banenschakel.statement.governing;

import org.jspecify.annotations.NullMarked;
