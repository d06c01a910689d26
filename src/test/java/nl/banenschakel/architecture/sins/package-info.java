/**
 * Sins, planted for {@link nl.banenschakel.architecture.LayeringTest}: laid out as our own
 * packages, each class breaks the rule it is named in there. Nobody uses them.
 */
@NullMarked
package nl.banenschakel.architecture.sins;

import org.jspecify.annotations.NullMarked;
