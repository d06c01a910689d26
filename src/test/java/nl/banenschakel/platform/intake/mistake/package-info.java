/** Tests of how mistakes are told. */
@NullMarked
package nl.banenschakel.platform.intake.mistake;

import org.jspecify.annotations.NullMarked;
