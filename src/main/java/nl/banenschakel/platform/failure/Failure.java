package nl.banenschakel.platform.failure;

import java.util.List;
import java.util.Optional;

/**
 * What may go wrong and is answered. Carries its HTTP status and a stable code of {@code
 * openapi/problems.md}; its message is a sentence for the receiver and never holds a value that was
 * sent. It has no stack trace: it is an answer, not a defect.
 */
public abstract sealed class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private Failure(int status, String code, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable code of {@code openapi/problems.md}. */
  public String code() {
    return code;
  }

  /** The sentence for the receiver. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** What was sent cannot be read or breaks a rule: 400, with every mistake at once. */
  public static final class Invalid extends Failure {
    private static final long serialVersionUID = 1L;

    /** At most this many mistakes are listed; {@link #total} tells how many there were. */
    public static final int LISTED_MAX = 1_000;

    private final transient List<Violation> violations;
    private final int total;
    private final transient Optional<String> upload;

    /** All mistakes, at least one. */
    public Invalid(List<Violation> violations) {
      this(violations, violations.size());
    }

    /**
     * @param violations the first mistakes, in the order of what was sent
     * @param total how many there were in all
     */
    public Invalid(List<Violation> violations, int total) {
      this(violations, total, Optional.empty());
    }

    /**
     * @param upload where the mistakes of a file can be read again
     */
    public Invalid(List<Violation> violations, int total, Optional<String> upload) {
      super(400, "INPUT_INVALID", sentence(total));
      this.upload = upload;
      this.violations = violations.stream().limit(LISTED_MAX).toList();
      this.total = total;
    }

    /** The mistakes, at most {@value #LISTED_MAX}. */
    public List<Violation> violations() {
      return violations;
    }

    /** How many mistakes there were in all. */
    public int total() {
      return total;
    }

    /** Where the mistakes of a file can be read again. */
    public Optional<String> upload() {
      return upload;
    }

    private static String sentence(int total) {
      return total == 1
          ? "Nothing was stored: one mistake was found. Mend it and send again."
          : "Nothing was stored: %d mistakes were found. Mend them and send again."
              .formatted(total);
    }
  }

  /** No or no valid token: 401, always with the same body. */
  public static final class Unauthenticated extends Failure {
    private static final long serialVersionUID = 1L;

    /** Does not say why: that would help a forger. */
    public Unauthenticated() {
      super(401, "TOKEN_REQUIRED", "This needs a valid bearer token.");
    }
  }

  /** A right thing with the wrong role: 403. */
  public static final class Refused extends Failure {
    private static final long serialVersionUID = 1L;

    /** A code and a sentence. */
    public Refused(String code, String detail) {
      super(403, code, detail);
    }
  }

  /** Unknown, or somebody else's: 404, the same for both. */
  public static final class NotFound extends Failure {
    private static final long serialVersionUID = 1L;

    /** Does not say which of the two. */
    public NotFound() {
      super(404, "NOT_FOUND", "There is no such thing here.");
    }
  }

  /** The path exists, the method does not: 405 with {@code Allow}. */
  public static final class MethodNotAllowed extends Failure {
    private static final long serialVersionUID = 1L;

    private final String allow;

    /** The methods that are allowed, as in the header {@code Allow}. */
    public MethodNotAllowed(String allow) {
      super(
          405,
          "METHOD_NOT_ALLOWED",
          "This address does not take that method; see the header Allow.");
      this.allow = allow;
    }

    /** The header's value. */
    public String allow() {
      return allow;
    }
  }

  /** No representation that the receiver accepts: 406. */
  public static final class NotAcceptable extends Failure {
    private static final long serialVersionUID = 1L;

    /** The media types there are. */
    public NotAcceptable(String available) {
      super(406, "NOT_ACCEPTABLE", "Available here: " + available + ".");
    }
  }

  /** What is there stands in the way: 409. */
  public static final class Conflict extends Failure {
    private static final long serialVersionUID = 1L;

    /** A code and a sentence. */
    public Conflict(String code, String detail) {
      super(409, code, detail);
    }
  }

  /** What is there changed since it was read: 412. */
  public static final class Stale extends Failure {
    private static final long serialVersionUID = 1L;

    /** Read it again, and decide again. */
    public Stale() {
      super(
          412, "CHANGED_MEANWHILE", "This changed since you read it: read it again, then decide.");
    }
  }

  /** It does not say which version of what is there it is meant for: 428. */
  public static final class PreconditionRequired extends Failure {
    private static final long serialVersionUID = 1L;

    /** Names the header that is missing. */
    public PreconditionRequired() {
      super(
          428,
          "IF_MATCH_REQUIRED",
          "Send the ETag that you read in the header If-Match: so nothing is undone unseen.");
    }
  }

  /** Over a limit: 413. */
  public static final class TooLarge extends Failure {
    private static final long serialVersionUID = 1L;

    /** The sentence names the limit. */
    public TooLarge(String detail) {
      super(413, "TOO_LARGE", detail);
    }
  }

  /** A media type that is not taken here: 415. */
  public static final class Unsupported extends Failure {
    private static final long serialVersionUID = 1L;

    /** The media types that are taken. */
    public Unsupported(String taken) {
      super(415, "MEDIA_TYPE_UNSUPPORTED", "Taken here: " + taken + ".");
    }
  }

  /** Something the gateway needs is away: 503; trying again later is safe. */
  public static final class Unavailable extends Failure {
    private static final long serialVersionUID = 1L;

    /** The sentence names what is away. */
    public Unavailable(String detail) {
      super(503, "UNAVAILABLE_NOW", detail);
    }

    /** The same with a code of its own, which tells more. */
    public Unavailable(String code, String detail) {
      super(503, code, detail);
    }
  }
}
