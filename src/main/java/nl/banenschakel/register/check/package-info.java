/**
 * Ask and forget: whether somebody who may come to work here is in the register. Answers, and
 * stores nothing of the person. Owns nothing. May use what the slice may, its connector and the
 * mandates of {@code register.fetch}.
 */
@NullMarked
package nl.banenschakel.register.check;

import org.jspecify.annotations.NullMarked;
