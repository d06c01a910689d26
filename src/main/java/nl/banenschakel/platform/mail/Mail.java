package nl.banenschakel.platform.mail;

/**
 * A message to one person.
 *
 * @param subject one line
 * @param text plain, with lines parted by {@code \n}
 */
public record Mail(EmailAddress to, String subject, String text) {}
