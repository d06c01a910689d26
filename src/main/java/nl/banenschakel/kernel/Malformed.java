package nl.banenschakel.kernel;

/**
 * A text that is not a value of the type asked for. The message says what is expected and never
 * repeats what was given: it may have been a BSN.
 */
public final class Malformed extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code a stable code of {@code openapi/problems.md}
   * @param expected a sentence that says what is expected, without the value given
   */
  public Malformed(String code, String expected) {
    super(expected);
    this.code = code;
  }

  /** The stable code of {@code openapi/problems.md}. */
  public String code() {
    return code;
  }

  /** Says what is expected; never contains the value given. */
  public String expected() {
    return String.valueOf(getMessage());
  }

  /** It is an answer, not a defect: nobody reads its stack. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
