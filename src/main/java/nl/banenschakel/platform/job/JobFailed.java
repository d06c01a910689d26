package nl.banenschakel.platform.job;

import nl.banenschakel.platform.failure.ValueFree;

/** Why a job could not be done, as a code: for the operator, and without any value. */
public final class JobFailed extends RuntimeException implements ValueFree {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean again;

  private JobFailed(String code, boolean again) {
    super(code, null, false, false);
    this.code = code;
    this.again = again;
  }

  /** It may succeed later. */
  public static JobFailed forNow(String code) {
    return new JobFailed(code, true);
  }

  /** It never will: dead at once. */
  public static JobFailed forGood(String code) {
    return new JobFailed(code, false);
  }

  String code() {
    return code;
  }

  boolean isWorthAnotherTry() {
    return again;
  }
}
