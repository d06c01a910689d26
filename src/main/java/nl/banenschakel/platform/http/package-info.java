/**
 * How the gateway speaks HTTP: operations are functions from a {@link
 * nl.banenschakel.platform.http.Call} to a {@link nl.banenschakel.platform.http.Reply}; tokens and
 * roles are checked before them, limits are held while they read, and one class answers. Owns no
 * data. May use the kernel, {@code platform.failure}, {@code platform.json} and {@code
 * platform.auth}, and vertx-web.
 */
@NullMarked
package nl.banenschakel.platform.http;

import org.jspecify.annotations.NullMarked;
