/**
 * What happened, for other systems: events in the form of CloudEvents (NL GOV profile 1.1), written
 * with what they tell of and read in order; what two organisations share, by both. Owns the schema
 * {@code outbox}. An event holds no personal data: it names a thing, and whoever may reads that
 * thing. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.outbox;

import org.jspecify.annotations.NullMarked;
