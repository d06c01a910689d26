/**
 * Agreements between two organisations in a relation: who receives the bonus for people with a work
 * disability, who pays the opslag, and how the two share them; each version accepted by both. Owns
 * the schema {@code agreement}. May use the kernel, the platform, {@code party}, {@code relation}
 * and {@code norm}.
 */
@NullMarked
package nl.banenschakel.agreement;

import org.jspecify.annotations.NullMarked;
