/**
 * The words of the domain: identifiers, periods and what makes them valid. Owns no state. May use
 * the JDK only.
 */
@NullMarked
package nl.banenschakel.kernel;

import org.jspecify.annotations.NullMarked;
