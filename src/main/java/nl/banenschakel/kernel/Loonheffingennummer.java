package nl.banenschakel.kernel;

import java.util.regex.Pattern;

/**
 * A wage-tax number: nine digits that pass the 11-proef, {@code L}, and a sub number 01-99, such as
 * {@code 001000275L01}. A sole trader's may contain the owner's BSN: it never goes into a URL and
 * is masked in logs (DOMAIN 1).
 *
 * @param text the number as written
 */
public record Loonheffingennummer(String text) {
  private static final Pattern FORM = Pattern.compile("\\d{9}L(0[1-9]|[1-9]\\d)");

  /** Holds a valid number, or fails with {@link Malformed}. */
  public Loonheffingennummer {
    if (!FORM.matcher(text).matches()) {
      throw new Malformed(
          "LOONHEFFINGENNUMMER_FORM",
          "A loonheffingennummer is nine digits, the letter L and 01 to 99.");
    }
    if (!Bsn.passesElfproef(text.substring(0, 9))) {
      throw new Malformed(
          "LOONHEFFINGENNUMMER_ELFPROEF",
          "The first nine digits of this loonheffingennummer fail the 11-proef: check it for a typing error.");
    }
  }

  /**
   * Reads a number, spaces around it allowed.
   *
   * @throws Malformed when it has another form or fails the 11-proef
   */
  public static Loonheffingennummer parse(String text) {
    return new Loonheffingennummer(text.strip());
  }

  /** The fiscal number: the law computes per first nine digits (DOMAIN 1). */
  public String fiscalNumber() {
    return text.substring(0, 9);
  }

  /** The whole number; logs mask it through the log filter. */
  @Override
  public String toString() {
    return text;
  }
}
