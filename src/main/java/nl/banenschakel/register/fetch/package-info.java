/**
 * Lists that the gateway fetches by itself: who gave the mandate for it, when it is done, and the
 * job that does it. Owns the tables {@code register.mandate} and {@code register.schedule}. May use
 * what the slice may, the slice's own package and its connector.
 */
@NullMarked
package nl.banenschakel.register.fetch;

import org.jspecify.annotations.NullMarked;
