/**
 * Long work is a row: a job is enqueued in the transaction that causes it and run by one of the
 * gateways on the database, as the tenant it was enqueued for. Owns the schema {@code job}. A job
 * may start more than once (its gateway may stop half-way), but takes effect once: effect and
 * completion are one transaction, which the fencing token refuses to whoever lost the job. May use
 * the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.job;

import org.jspecify.annotations.NullMarked;
