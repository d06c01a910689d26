/**
 * What may go wrong and is answered: a status, a stable code, a sentence, and the places of every
 * mistake. Anything that is not a {@link nl.banenschakel.platform.failure.Failure} is a defect. Owns no
 * state. May use the kernel.
 */
@NullMarked
package nl.banenschakel.platform.failure;

import org.jspecify.annotations.NullMarked;
