/** Tests of reading answers about single people. */
@NullMarked
package nl.banenschakel.register.answer;

import org.jspecify.annotations.NullMarked;
