/** An agreement in sentences that both understand, in Dutch and English, and a worked example. */
@NullMarked
package nl.banenschakel.agreement.wording;

import org.jspecify.annotations.NullMarked;
