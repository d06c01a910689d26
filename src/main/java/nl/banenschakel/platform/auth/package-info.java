/**
 * Who is calling: tokens, roles, and the strict gate before every operation. Owns the
 * verified-token cache. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.platform.auth;

import org.jspecify.annotations.NullMarked;
