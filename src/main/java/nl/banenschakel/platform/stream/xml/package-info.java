/**
 * XML as its bytes come in: pieces of any size become events, within limits that a hostile file
 * cannot stretch. Leaves the parsing to Aalto. Owns no state. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.stream.xml;

import org.jspecify.annotations.NullMarked;
