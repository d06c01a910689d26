package nl.banenschakel.platform.mail;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.util.UUID;

/** Messages as they are sent. */
final class MailText {
  private MailText() {}

  /** The id is in it, so that whoever gets it twice can tell; nobody answers it by itself. */
  static MailMessage of(EmailAddress from, UUID id, Mail mail) {
    var domain = from.text().substring(from.text().indexOf('@') + 1);
    return new MailMessage()
        .setFrom(from.text())
        .setTo(mail.to().text())
        .setSubject(mail.subject())
        .setText(mail.text())
        .setHeaders(
            MultiMap.caseInsensitiveMultiMap()
                .add("Message-ID", "<" + id + "@" + domain + ">")
                .add("Auto-Submitted", "auto-generated"));
  }
}
