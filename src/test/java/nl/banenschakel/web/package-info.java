/** Tests of the pages, as a browser asks for them. */
@NullMarked
package nl.banenschakel.web;

import org.jspecify.annotations.NullMarked;
