/** Explains an agreement, a version or a draft of it, with figures that the caller gives. */
@NullMarked
package nl.banenschakel.agreement.explanation;

import org.jspecify.annotations.NullMarked;
