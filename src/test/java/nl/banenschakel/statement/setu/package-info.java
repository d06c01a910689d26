/** Tests of the messages of SETU, held against the standard's own files. */
@NullMarked
package nl.banenschakel.statement.setu;

import org.jspecify.annotations.NullMarked;
