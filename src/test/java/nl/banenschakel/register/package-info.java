/** Tests of the register's lists. */
@NullMarked
package nl.banenschakel.register;

import org.jspecify.annotations.NullMarked;
