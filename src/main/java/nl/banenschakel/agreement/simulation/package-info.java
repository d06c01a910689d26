/**
 * What a draft would have come to over the hours of last year, for both of the two. Stores nothing.
 */
@NullMarked
package nl.banenschakel.agreement.simulation;

import org.jspecify.annotations.NullMarked;
