/**
 * PostgreSQL for the gateway: the address, the pool and its transactions, named statements, roles,
 * migrations, the guard at start-up, and an embedded server for those who have none.
 *
 * <p>Owns the rule that the tenant is set inside a transaction, and that no value of a row leaves
 * in an exception or a log line. May use the failures, the SQL client, JDBC (only while starting)
 * and Flyway; knows nothing of any slice.
 */
@NullMarked
package nl.banenschakel.platform.db;

import org.jspecify.annotations.NullMarked;
