/**
 * Evidence from the doelgroepregister: dated lists that are never changed once stored. Owns the
 * schema {@code register}. May use the kernel, the platform, party, person and norms.
 */
@NullMarked
package nl.banenschakel.register;

import org.jspecify.annotations.NullMarked;
