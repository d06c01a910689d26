package nl.banenschakel.register.connector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.failure.Violation;

/**
 * The bridge gave no answer that counts. Says why in one sentence, which holds nothing of what was
 * asked; has no stack trace, since it is no defect of ours.
 */
public final class BridgeFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Mistakes that are told. */
  private static final int TOLD_MAX = 5;

  private final Reason reason;
  private final transient Optional<Duration> retryAfter;

  /** Why there is no answer: codes of {@code openapi/problems.md}. */
  public enum Reason {
    /** No connection, or it broke. */
    UNREACHABLE("REGISTER_UNREACHABLE", true, true),
    /** Longer than the limit. */
    TIMED_OUT("REGISTER_TIMED_OUT", true, true),
    /** It asks to come back later. */
    BUSY("REGISTER_BUSY", true, true),
    /** Its own fault, says it. */
    DEFECT("REGISTER_DEFECT", true, false),
    /** It failed several times in a row: nothing was asked. */
    LEFT_ALONE("REGISTER_LEFT_ALONE", false, false),
    /** It does not take our certificate or token. */
    ACCESS_REFUSED("REGISTER_ACCESS_REFUSED", false, false),
    /** We may not ask this for this employer. */
    MANDATE_MISSING("REGISTER_MANDATE_MISSING", false, false),
    /** The register does not know the loonheffingennummer. */
    NUMBER_UNKNOWN("REGISTER_NUMBER_UNKNOWN", false, false),
    /** It answered, and not as the contract says. */
    UNREADABLE("REGISTER_UNREADABLE", true, false);

    private final String code;
    private final boolean isFault;
    private final boolean isRepeatable;

    Reason(String code, boolean isFault, boolean isRepeatable) {
      this.code = code;
      this.isFault = isFault;
      this.isRepeatable = isRepeatable;
    }

    /** The stable code. */
    public String code() {
      return code;
    }

    /** Whether it is the other side's fault, and not an answer. */
    public boolean isFault() {
      return isFault;
    }

    /** Whether trying again in a moment may help. */
    public boolean isRepeatable() {
      return isRepeatable;
    }
  }

  /** For a reason, in a sentence of ours. */
  public BridgeFailed(Reason reason, String detail) {
    this(reason, detail, Optional.empty());
  }

  /** It asks to be left alone for some time. */
  BridgeFailed(Reason reason, String detail, Optional<Duration> retryAfter) {
    super(detail, null, false, false);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** An answer with mistakes, which are told with their places. */
  static BridgeFailed unreadable(List<Violation> mistakes, int total) {
    var told =
        mistakes.stream()
            .limit(TOLD_MAX)
            .map(mistake -> mistake.at() + " " + mistake.code())
            .toList();
    return new BridgeFailed(
        Reason.UNREADABLE,
        "The answer is not as the contract says: %d mistakes, the first: %s."
            .formatted(total, String.join(", ", told)));
  }

  /** Why there is no answer. */
  public Reason reason() {
    return reason;
  }

  /** The sentence. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** How long it asks us to wait, if it did. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
