/** Statements in our own JSON. */
@NullMarked
package nl.banenschakel.statement.own;

import org.jspecify.annotations.NullMarked;
