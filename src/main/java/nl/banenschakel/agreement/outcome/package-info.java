/** What terms come to over the hours of a year: pure, by the norms of a day. */
@NullMarked
package nl.banenschakel.agreement.outcome;

import org.jspecify.annotations.NullMarked;
