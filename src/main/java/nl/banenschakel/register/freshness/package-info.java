/** Tells when the newest list of a number grows old. An area of register, over the same schema. */
@NullMarked
package nl.banenschakel.register.freshness;

import org.jspecify.annotations.NullMarked;
