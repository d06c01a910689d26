package nl.banenschakel.platform.auth;

/** A token endpoint answered, and gave no token. Holds nothing of what went over the line. */
public final class AccessTokenFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  AccessTokenFailed(boolean temporary, String detail) {
    super(detail, null, false, false);
    this.temporary = temporary;
  }

  /** Whether it may go better later without anybody doing something. */
  public boolean isTemporary() {
    return temporary;
  }
}
