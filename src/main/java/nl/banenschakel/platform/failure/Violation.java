package nl.banenschakel.platform.failure;

import nl.banenschakel.kernel.Malformed;

/**
 * One mistake in what was sent. It never holds the value: that may be a BSN.
 *
 * @param at where: a JSON pointer, {@code line 13 column 4}, an element path, or a parameter's name
 * @param code a stable code of {@code openapi/problems.md}
 * @param detail what is expected and what to do, in one or two sentences
 */
public record Violation(String at, String code, String detail) {

  /** A mistake in reading one value, at a place. */
  public static Violation of(String at, Malformed malformed) {
    return new Violation(at, malformed.code(), malformed.expected());
  }
}
