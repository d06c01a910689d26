package nl.banenschakel.platform.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;

/**
 * Masks whatever may be a BSN in a text: nine digits that pass the 11-proef, also with dots,
 * commas, spaces or hyphens in groups of 3-3-3 or 4-2-3, also with the leading zero lost, and in
 * base64; and the nine digits of a loonheffingennummer, which may be a sole trader's BSN. Something
 * that only looks like one, such as one in eleven dates without hyphens, is masked as well.
 */
public final class BsnMask {
  private static final int LENGTH = 9;

  // Where a run of digits begins; no digit after it: in a longer number nine digits mean nothing.
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?:\\d{8,9}|\\d{3}S\\d{3}S\\d{3}|\\d{4}S\\d\\dS\\d{3}|\\d\\dS\\d{3}S\\d{3}|\\d{3}S\\d\\dS\\d{3})(?!\\d)"
              .replace("S", "[.,\\s\\u00A0\\u202F-]"));

  private static final Pattern WAGE_TAX_NUMBER = Pattern.compile("\\d{9}(?=[Ll]\\d\\d)");

  // Three digits are four characters of base64, and every one of the four has few possible values.
  private static final Pattern BASE64 = Pattern.compile("(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){3}");

  private final String text;
  private final StringBuilder masked;
  private final Matcher digits;
  private final Matcher wageTaxNumber;
  private final Matcher base64;

  private BsnMask(String text) {
    this.text = text;
    masked = new StringBuilder(text);
    digits = DIGITS.matcher(text);
    wageTaxNumber = WAGE_TAX_NUMBER.matcher(text);
    base64 = BASE64.matcher(text);
  }

  /** The text with each such digit replaced by an asterisk. */
  public static String mask(String text) {
    return new BsnMask(text).masked();
  }

  private String masked() {
    int at = 0;
    while (at < text.length()) {
      int end = secretEnd(at);
      for (int i = at; i < end; i++) {
        if (Character.isLetterOrDigit(text.charAt(i))) {
          masked.setCharAt(i, '*');
        }
      }
      at = Math.max(end, at + 1);
    }
    return masked.toString();
  }

  /**
   * Where a secret that begins here ends, or 0. The patterns are tried only where they can begin.
   */
  private int secretEnd(int at) {
    char first = text.charAt(at);
    if (isDigit(first) && (at == 0 || !isDigit(text.charAt(at - 1)))) {
      if (begins(wageTaxNumber, at)) {
        return wageTaxNumber.end();
      }
      return begins(digits, at) && passes(digits.group()) ? digits.end() : 0;
    }
    boolean mayBeBase64 = first >= 'M' && first <= 'O';
    return mayBeBase64 && begins(base64, at) && holdsBsn(base64.group()) ? base64.end() : 0;
  }

  private boolean begins(Matcher form, int at) {
    return form.region(at, text.length()).lookingAt();
  }

  private static boolean holdsBsn(String base64) {
    return passes(new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII));
  }

  private static boolean passes(String found) {
    var bare = new StringBuilder(LENGTH);
    found.chars().filter(c -> isDigit((char) c)).forEach(c -> bare.append((char) c));
    return Bsn.passesElfproef(bare.length() < LENGTH ? bare.insert(0, '0') : bare);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
