/**
 * CSV as spreadsheets and HR packages save it: bytes in pieces of any size become rows, the same
 * rows whatever the pieces. Finds out character set and separator, splits the bytes at ends of
 * records and leaves the parsing of those to FastCSV. Owns no state. May use the kernel and the
 * platform.
 */
@NullMarked
package nl.banenschakel.platform.stream.csv;

import org.jspecify.annotations.NullMarked;
