/** Tests of statements in tables. */
@NullMarked
package nl.banenschakel.statement.table;

import org.jspecify.annotations.NullMarked;
