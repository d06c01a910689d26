/**
 * Deliveries: a file comes in as a stream, is staged, checked and merged in one transaction, or
 * refused as a whole with every mistake. Owns the schema {@code intake}: what was delivered and
 * what came of it. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.intake;

import org.jspecify.annotations.NullMarked;
