/**
 * Statements in tables: CSV, lines that are pasted, and workbooks, for senders without SETU. Owns
 * {@code statement.file_statement}. May use what its slice may.
 */
@NullMarked
package nl.banenschakel.statement.table;

import org.jspecify.annotations.NullMarked;
