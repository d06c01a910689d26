/**
 * What may go wrong and is answered: a status, a stable code, a sentence, and the places of every
 * mistake; and {@link nl.banenschakel.platform.failure.StartRefused}, which the operator reads
 * before there is anybody to answer. Anything else is a defect. Owns no state. May use the kernel.
 */
@NullMarked
package nl.banenschakel.platform.failure;

import org.jspecify.annotations.NullMarked;
