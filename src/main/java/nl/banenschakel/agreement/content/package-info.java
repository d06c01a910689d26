/**
 * What is agreed on, as JSON: read from a draft in its setting with every mistake and every
 * default, written in one form only, and read back from where it is stored.
 */
@NullMarked
package nl.banenschakel.agreement.content;

import org.jspecify.annotations.NullMarked;
