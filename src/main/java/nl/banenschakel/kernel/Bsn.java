package nl.banenschakel.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A burgerservicenummer: nine digits, greater than zero, passing the 11-proef (Wabb; DOMAIN 1). It
 * masks itself: {@code toString} tells nothing, so it cannot end up in a log or a message.
 */
public final class Bsn {
  private static final int LENGTH = 9;
  private static final String SEPARATOR = "[.,\\s\\u00A0\\u202F-]";
  private static final Pattern SEPARATORS = Pattern.compile(SEPARATOR);
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");

  // No digit before or after it: in a longer number nine digits mean nothing.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<!\\d)(?:\\d{9}|\\d{3}S\\d{3}S\\d{3}|\\d{4}S\\d{2}S\\d{3})(?!\\d)"
              .replace("S", SEPARATOR));
  private static final Pattern SCIENTIFIC = Pattern.compile("\\s*\\d([.,]\\d+)?[eE][+]?\\d+\\s*");

  private static final Pattern UUID =
      Pattern.compile("(?<!\\w)[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?!\\w)");

  private final String digits;

  private Bsn(String digits) {
    this.digits = digits;
  }

  /**
   * Reads nine digits.
   *
   * @throws Malformed when it is not nine digits or fails the 11-proef
   */
  public static Bsn parse(String text) {
    if (!isDigits(text, LENGTH)) {
      throw new Malformed("BSN_FORM", "A BSN is nine digits.");
    }
    if (!passesElfproef(text)) {
      throw new Malformed(
          "BSN_ELFPROEF", "This number fails the 11-proef: check it for a typing error.");
    }
    return new Bsn(text);
  }

  /**
   * Reads a BSN as files hold it: a spreadsheet drops a leading zero, and people type dots.
   *
   * @throws Malformed as {@link #parse}, and with a code of its own for scientific notation
   */
  public static Bsn parseFromFile(String text) {
    if (isDigits(text, LENGTH)) {
      return parse(text); // Most cells; told without another string.
    }
    var bare = text.strip().replace(".", "").replace(" ", "");
    if (SCIENTIFIC.matcher(text).matches()) {
      throw new Malformed(
          "BSN_SCIENTIFIC",
          "A spreadsheet turned the BSN into scientific notation and lost digits: format the column as text and"
              + " export again.");
    }
    return parse(isDigits(bare, LENGTH - 1) ? "0" + bare : bare);
  }

  /**
   * Whether nine digits are a valid BSN: 9a+8b+7c+6d+5e+4f+3g+2h-1i is a multiple of 11, and not 0.
   */
  public static boolean passesElfproef(CharSequence nineDigits) {
    int sum = -(nineDigits.charAt(LENGTH - 1) - '0');
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += (LENGTH - i) * (nineDigits.charAt(i) - '0');
    }
    return sum % 11 == 0 && !"000000000".contentEquals(nineDigits);
  }

  /**
   * Whether a text holds a valid BSN: nine digits, bare or in the groups that people write (3-3-3
   * or 4-2-3) with a point, comma, space or hyphen between them.
   */
  public static boolean occursIn(CharSequence text) {
    return writtenIn(text).isPresent();
  }

  /**
   * The same, where UUIDs do not count: one in some thousand has a BSN's digits in a row by chance.
   */
  public static boolean occursBesideIds(CharSequence text) {
    return occursIn(UUID.matcher(text).replaceAll("id"));
  }

  /**
   * The BSN that a text may stand for: the first that occurs in it, or else its digits taken
   * together, of which leading zeros may be lost or added. One number in eleven only looks like it.
   */
  public static Optional<Bsn> possibleIn(CharSequence text) {
    return digitsIn(text) < LENGTH - 1
        ? Optional.empty() // Most texts; told without another string.
        : writtenIn(text).or(() -> spelledBy(text));
  }

  /** Whether a text holds this BSN, however it is written, also with its leading zeros lost. */
  public boolean isHeldBy(String text) {
    var least = withoutLeadingZeros(digits);
    if (digitsIn(text) < least.length()) {
      return false; // Most texts; told without another string.
    }
    var bare = SEPARATORS.matcher(text).replaceAll("");
    return bare.contains(digits)
        || withoutLeadingZeros(bare).equals(least)
        || spelledBy(text).filter(this::equals).isPresent();
  }

  /** The nine digits: only for sealing, for the blind index and for an answer to who may see it. */
  public String digits() {
    return digits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bsn that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  /** Masked. */
  @Override
  public String toString() {
    return "Bsn[*********]";
  }

  private static Optional<Bsn> writtenIn(CharSequence text) {
    if (digitsIn(text) < LENGTH) {
      return Optional.empty();
    }
    var written = WRITTEN.matcher(text);
    for (int from = 0; written.find(from); from = written.start() + 1) {
      var found = NO_DIGIT.matcher(written.group()).replaceAll("");
      if (passesElfproef(found)) {
        return Optional.of(new Bsn(found));
      }
    }
    return Optional.empty();
  }

  private static Optional<Bsn> spelledBy(CharSequence text) {
    var least = withoutLeadingZeros(NO_DIGIT.matcher(text).replaceAll(""));
    if (least.length() != LENGTH && least.length() != LENGTH - 1) {
      return Optional.empty();
    }
    var padded = least.length() == LENGTH ? least : "0" + least;
    return passesElfproef(padded) ? Optional.of(new Bsn(padded)) : Optional.empty();
  }

  private static String withoutLeadingZeros(String number) {
    int start = 0;
    while (start < number.length() && number.charAt(start) == '0') {
      start++;
    }
    return number.substring(start);
  }

  private static boolean isDigits(String text, int length) {
    return text.length() == length && digitsIn(text) == length;
  }

  private static int digitsIn(CharSequence text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
