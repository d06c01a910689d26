/** Tells each of the two of the end of an agreement, in time and once. */
@NullMarked
package nl.banenschakel.agreement.notice;

import org.jspecify.annotations.NullMarked;
