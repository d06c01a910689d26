/**
 * Assignments and orders, to which hours are stated: recorded by who lends or supplies, under a
 * relation that runs. Who works in one stays with the provider.
 */
@NullMarked
package nl.banenschakel.statement.assignment;

import org.jspecify.annotations.NullMarked;
