package nl.banenschakel.platform.audit;

import io.vertx.core.Future;

/** Keeps lines. Whoever answers waits for it, and does not answer when it fails. */
@FunctionalInterface
public interface Audit {

  /** Succeeds when the line is kept for good. Completes where it was called. */
  Future<Void> write(AuditLine line);
}
