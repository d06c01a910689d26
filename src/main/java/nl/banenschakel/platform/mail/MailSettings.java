package nl.banenschakel.platform.mail;

import java.nio.file.Path;
import java.util.Optional;

/** How people are written to, where they are. */
public sealed interface MailSettings {
  /** Whom messages are from. */
  EmailAddress from();

  /**
   * By a mail server.
   *
   * @param login empty: it asks for none
   */
  record Smtp(EmailAddress from, String host, int port, Security security, Optional<Login> login)
      implements MailSettings {}

  /** Into a folder, a file a message: for development. */
  record Folder(EmailAddress from, Path path) implements MailSettings {}

  /** Who we are to the mail server. */
  record Login(String user, String password) {
    /** Masked. */
    @Override
    public String toString() {
      return "Login[*]";
    }
  }

  /** How the way to the mail server is kept secret. */
  enum Security {
    /** TLS is asked for first (port 587), and nothing is sent without. */
    STARTTLS,
    /** TLS from the first byte (port 465). */
    TLS,
    /** Not at all: only on this machine. */
    NONE
  }
}
