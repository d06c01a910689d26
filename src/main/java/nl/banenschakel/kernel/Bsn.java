package nl.banenschakel.kernel;

import java.util.regex.Pattern;

/**
 * A burgerservicenummer: nine digits, greater than zero, passing the 11-proef (Wabb; DOMAIN 1). It
 * masks itself: {@code toString} tells nothing, so it cannot end up in a log or a message.
 */
public final class Bsn {
  private static final int LENGTH = 9;
  private static final Pattern SCIENTIFIC = Pattern.compile("\\s*\\d([.,]\\d+)?[eE][+]?\\d+\\s*");

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

  /** Whether a text holds, anywhere, nine digits in a row that are a valid BSN. */
  public static boolean occursIn(CharSequence text) {
    int run = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && isDigit(text.charAt(i))) {
        run++;
        continue;
      }
      if (run == LENGTH && passesElfproef(text.subSequence(i - LENGTH, i))) {
        return true;
      }
      run = 0;
    }
    return false;
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

  private static boolean isDigits(String text, int length) {
    return text.length() == length && text.chars().allMatch(c -> isDigit((char) c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
