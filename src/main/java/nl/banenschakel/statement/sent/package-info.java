/**
 * Statements as they were sent, the same for every form in which they come. What is read from any
 * form ends as a {@link nl.banenschakel.statement.sent.Sent}.
 */
@NullMarked
package nl.banenschakel.statement.sent;

import org.jspecify.annotations.NullMarked;
