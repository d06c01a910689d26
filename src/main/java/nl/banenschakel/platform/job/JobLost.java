package nl.banenschakel.platform.job;

import nl.banenschakel.platform.failure.ValueFree;

/** Somebody else has the job now: what was done for it is rolled back. */
final class JobLost extends RuntimeException implements ValueFree {
  private static final long serialVersionUID = 1L;

  JobLost() {
    super("The job was taken over.", null, false, false);
  }
}
