package nl.banenschakel.platform.client;

/**
 * Another server gave no answer that counts. Holds nothing of what was sent; has no stack trace,
 * since it is no defect of ours.
 */
public final class UpstreamFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why there is no answer. */
  public enum Reason {
    /** No connection, or it broke. */
    UNREACHABLE,
    /** It took too long. */
    TIMED_OUT,
    /** More came than an answer may hold. */
    TOO_LARGE,
    /** It failed so often that it is left alone for a while: nothing was sent. */
    LEFT_ALONE
  }

  UpstreamFailed(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** Why there is no answer. */
  public Reason reason() {
    return reason;
  }
}
