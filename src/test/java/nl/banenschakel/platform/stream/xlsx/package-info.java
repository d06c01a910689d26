/** Tests of reading workbooks. */
@NullMarked
package nl.banenschakel.platform.stream.xlsx;

import org.jspecify.annotations.NullMarked;
