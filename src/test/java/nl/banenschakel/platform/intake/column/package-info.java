/** Tests of looks at files. */
@NullMarked
package nl.banenschakel.platform.intake.column;

import org.jspecify.annotations.NullMarked;
