package nl.banenschakel.platform.mail;

import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;

/** The address of a mailbox (RFC 5321, without quotes and comments). It masks itself. */
public final class EmailAddress {
  /** Characters of one, at most. */
  public static final int CHARS_MAX = 254;

  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
              + LABEL
              + "(?:\\."
              + LABEL
              + ")+");

  private final String text;

  private EmailAddress(String text) {
    this.text = text;
  }

  /**
   * Reads one.
   *
   * @throws Malformed when it has another form, or holds a BSN
   */
  public static EmailAddress parse(String text) {
    if (text.length() > CHARS_MAX || !FORM.matcher(text).matches()) {
      throw new Malformed("EMAIL_FORM", "Expected an e-mail address such as hr@example.nl.");
    }
    if (Bsn.occursIn(text)) {
      throw new Malformed("TEXT_HOLDS_BSN", "This address holds a BSN: take another one.");
    }
    return new EmailAddress(text);
  }

  /** As it is sent to, and as who gave it reads it. */
  public String text() {
    return text;
  }

  /** Masked. */
  @Override
  public String toString() {
    return "EmailAddress[*]";
  }
}
