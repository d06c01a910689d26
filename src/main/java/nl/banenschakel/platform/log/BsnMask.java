package nl.banenschakel.platform.log;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;

/**
 * Masks whatever may be a BSN in a text: nine digits that pass the 11-proef, also with dots,
 * commas, spaces or hyphens in groups of 3-3-3 or 4-2-3, also with the leading zero lost, and in
 * base64; and the nine digits of a loonheffingennummer, which may be a sole trader's BSN. Something
 * that only looks like one, such as one in eleven dates without hyphens, is masked as well.
 */
final class BsnMask {
  private static final int LENGTH = 9;

  // No digit before or after: in a longer number nine digits mean nothing.
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<!\\d)(?:\\d{8,9}|\\d{3}S\\d{3}S\\d{3}|\\d{4}S\\d{2}S\\d{3}|\\d{2}S\\d{3}S\\d{3}|\\d{3}S\\d{2}S\\d{3})(?!\\d)"
              .replace("S", "[.,\\s\\u00A0\\u202F-]"));

  private static final Pattern WAGE_TAX_NUMBER = Pattern.compile("(?<!\\d)\\d{9}(?=[Ll]\\d{2})");

  // Three digits are four characters of base64, and every one of the four has few possible values.
  private static final Pattern BASE64 = Pattern.compile("(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){3}");

  private BsnMask() {}

  /** The text with each such digit replaced by an asterisk. */
  static String mask(String text) {
    var masked = mask(text, WAGE_TAX_NUMBER, digits -> true);
    masked = mask(masked, DIGITS, BsnMask::passes);
    return mask(masked, BASE64, BsnMask::holdsBsn);
  }

  private static String mask(String text, Pattern form, Predicate<String> secret) {
    var matcher = form.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    var masked = new StringBuilder(text);
    int from;
    do {
      from = matcher.start() + 1;
      if (secret.test(matcher.group())) {
        blank(masked, matcher.start(), matcher.end());
        from = matcher.end();
      }
    } while (matcher.find(from));
    return masked.toString();
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        text.setCharAt(i, '*');
      }
    }
  }

  private static boolean passes(String found) {
    var digits = found.replaceAll("\\D", "");
    return Bsn.passesElfproef(digits.length() < LENGTH ? "0" + digits : digits);
  }

  private static boolean holdsBsn(String base64) {
    return passes(new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII));
  }
}
