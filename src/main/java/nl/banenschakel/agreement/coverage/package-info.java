/** On which days of a relation there is no agreement, and on which there are two. */
@NullMarked
package nl.banenschakel.agreement.coverage;

import org.jspecify.annotations.NullMarked;
