/** What runs found, over HTTP. */
@NullMarked
package nl.banenschakel.report;

import org.jspecify.annotations.NullMarked;
