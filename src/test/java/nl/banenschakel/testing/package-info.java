/**
 * What tests of all slices share: a real PostgreSQL, with a fresh database for each class that asks
 * for one. May use platform and whatever starts servers.
 */
@NullMarked
package nl.banenschakel.testing;

import org.jspecify.annotations.NullMarked;
