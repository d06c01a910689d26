/**
 * Whether hours of a type count: a dated table of the operator. What is not in it is a question to
 * somebody, and no mistake of the sender. Owns {@code config/hour-types.yaml} and the verdict of
 * each line.
 */
@NullMarked
package nl.banenschakel.statement.hourtype;

import org.jspecify.annotations.NullMarked;
