/**
 * Contracts with an address: reading one, all of them, or what changed, as they are known now or
 * were known at a moment; and ending one. An area of employment, over the same schema.
 */
@NullMarked
package nl.banenschakel.employment.resource;

import org.jspecify.annotations.NullMarked;
