/**
 * JSON at the edge: from bytes to records, with every mistake and its JSON pointer. Owns no state.
 * May use the kernel and {@code platform.failure}.
 */
@NullMarked
package nl.banenschakel.platform.json;

import org.jspecify.annotations.NullMarked;
