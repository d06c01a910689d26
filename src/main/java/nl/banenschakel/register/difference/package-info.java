/** What changed between two lists, and whom. An area of register, over the same schema. */
@NullMarked
package nl.banenschakel.register.difference;

import org.jspecify.annotations.NullMarked;
