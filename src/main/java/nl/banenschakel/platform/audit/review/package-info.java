/**
 * The audit, read back by whoever watches over privacy; which is itself written down. Owns nothing.
 * May use what {@code platform.audit} uses, and {@code platform.http}.
 */
@NullMarked
package nl.banenschakel.platform.audit.review;

import org.jspecify.annotations.NullMarked;
