/**
 * XLSX workbooks: rows of one sheet. The file is kept in memory up to a limit and never on disk,
 * for it holds BSNs. First its ZIP and the XML of its parts are held to limits of our own; then
 * fastexcel-reader reads what passed. Owns no state. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.stream.xlsx;

import org.jspecify.annotations.NullMarked;
