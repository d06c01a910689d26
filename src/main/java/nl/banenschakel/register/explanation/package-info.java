/**
 * Why somebody is not on the employer's list: the known causes in their order, which of them it is,
 * by which evidence, and the one thing to do next. An area of register; it keeps nothing.
 */
@NullMarked
package nl.banenschakel.register.explanation;

import org.jspecify.annotations.NullMarked;
