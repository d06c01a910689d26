/**
 * Bytes that arrive, in pieces, with back-pressure: decoded off the event loop and handed on in
 * batches, in memory that does not grow with the file. Owns no state. May use the kernel and the
 * platform.
 */
@NullMarked
package nl.banenschakel.platform.stream;

import org.jspecify.annotations.NullMarked;
