/**
 * Sets against sets: who is in the register, what their contracts say, what was paid, and where
 * these differ. Owns the schema {@code reconciliation}; each step of a run is one statement in
 * {@code db/reconcile}. Reads the views that other slices publish. May use the kernel, the platform
 * and norms.
 */
@NullMarked
package nl.banenschakel.reconciliation;

import org.jspecify.annotations.NullMarked;
