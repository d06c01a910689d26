/**
 * Who read what of whom, and who was refused: a line for each, written before the answer leaves,
 * and never changed. Every operation is declared with what it {@link
 * nl.banenschakel.platform.audit.Reads}. Owns the schema {@code audit}. May use the kernel, {@code
 * platform.auth}, {@code platform.db}, {@code platform.failure} and {@code platform.log}.
 */
@NullMarked
package nl.banenschakel.platform.audit;

import org.jspecify.annotations.NullMarked;
