/**
 * The read side: a run's figures, people and differences as people read them, in JSON, CSV and
 * text, each difference with sentences in Dutch and English. Owns no tables; reads the views that
 * slices publish. May use the kernel and the platform.
 */
@NullMarked
package nl.banenschakel.report;

import org.jspecify.annotations.NullMarked;
