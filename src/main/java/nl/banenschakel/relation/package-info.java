/**
 * Relations between two organisations: who lends to whom, who supplies whom, since when and until
 * when. It stands before whatever one of them is told of the other. Owns the schema {@code
 * relation}. May use the kernel, the platform and {@code party}.
 */
@NullMarked
package nl.banenschakel.relation;

import org.jspecify.annotations.NullMarked;
