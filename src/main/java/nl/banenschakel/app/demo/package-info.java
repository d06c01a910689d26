/**
 * A synthetic quarter and the client that delivers it: what {@code scripts/demo} shows. Owns no
 * state, knows no slice: it speaks to the gateway as anybody else does, over HTTP. May use the
 * kernel and the platform's roles and tokens.
 */
@NullMarked
package nl.banenschakel.app.demo;

import org.jspecify.annotations.NullMarked;
