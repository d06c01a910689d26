/**
 * Who is in the register in which tijdvak, from lists and answers together, with the evidence that
 * decides it. An area of register, over the same schema; the rules are {@code
 * register.published_presence}.
 */
@NullMarked
package nl.banenschakel.register.presence;

import org.jspecify.annotations.NullMarked;
