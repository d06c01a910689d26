package nl.banenschakel.platform.db;

/** The embedded PostgreSQL could not be started; the message says what to do. */
public final class EmbeddedPostgresFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedPostgresFailed(String message) {
    super(message);
  }

  EmbeddedPostgresFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
