package nl.banenschakel.platform.auth;

/**
 * Why a token does not pass: for the operator's log, never for the sender. The reason names a part
 * of the token and never holds what it says.
 */
final class TokenRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TokenRefused(String reason) {
    super(reason, null, false, false);
  }

  static void unless(boolean holds, String reason) {
    if (!holds) {
      throw new TokenRefused(reason);
    }
  }
}
