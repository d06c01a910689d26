/**
 * Tables in files: rows and named columns, the same for those who read them whatever the form of
 * the file. Owns no state. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.stream.table;

import org.jspecify.annotations.NullMarked;
