/**
 * The audit, read back by whoever watches over privacy, which is itself written down; and taken
 * away when it is past its time. Owns nothing. May use what {@code platform.audit} uses, {@code
 * platform.http}, {@code platform.job} and {@code platform.outbox}.
 */
@NullMarked
package nl.banenschakel.platform.audit.review;

import org.jspecify.annotations.NullMarked;
