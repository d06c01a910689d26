/**
 * Pages for people in a browser: made on the server, without script, from the services of slices.
 * Owns no data but who is signed in, which this version keeps in memory and has in development
 * only. May use the kernel, the platform and the services and records of slices; never a
 * repository.
 */
@NullMarked
package nl.banenschakel.web;

import org.jspecify.annotations.NullMarked;
