/**
 * Which of its own people a sender means by a reference: told once, with a BSN and the legal ground
 * to know it, and never to anybody else.
 */
@NullMarked
package nl.banenschakel.statement.link;

import org.jspecify.annotations.NullMarked;
