/**
 * Answers of the register about one person: in or out, perhaps with a period. Evidence of its own,
 * beside the lists; never changed. An area of register, over the same schema.
 */
@NullMarked
package nl.banenschakel.register.answer;

import org.jspecify.annotations.NullMarked;
