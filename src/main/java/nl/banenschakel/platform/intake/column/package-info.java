/**
 * What the columns of a delivered table are for, whatever it is a table of: the mapping that is
 * kept for a source, and the look at a file before it is delivered. A slice says what fields its
 * kind of file has ({@link nl.banenschakel.platform.intake.column.ColumnKind}), and reads its files
 * by the mapping. Owns {@code intake.column_mapping}. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.intake.column;

import org.jspecify.annotations.NullMarked;
