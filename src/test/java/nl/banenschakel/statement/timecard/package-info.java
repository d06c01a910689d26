/** Tests of time cards over HTTP that need no gateway. */
@NullMarked
package nl.banenschakel.statement.timecard;

import org.jspecify.annotations.NullMarked;
