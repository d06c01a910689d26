/**
 * Pages of deliveries: how far each is, what came of it, and what to correct. Owns no state. May
 * use what its slice may.
 */
@NullMarked
package nl.banenschakel.web.upload;

import org.jspecify.annotations.NullMarked;
