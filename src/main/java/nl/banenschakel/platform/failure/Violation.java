package nl.banenschakel.platform.failure;

import java.util.Optional;
import nl.banenschakel.kernel.Malformed;

/**
 * One mistake in what was sent. It never holds the value: that may be a BSN.
 *
 * @param at where: a JSON pointer, {@code line 13 column 4}, an element path, or a parameter's name
 * @param code a stable code of {@code openapi/problems.md}
 * @param detail what is expected and what to do, in one or two sentences
 * @param line of the file, from 1, where {@code at} does not tell it: beside an element path
 */
public record Violation(String at, String code, String detail, Optional<Integer> line) {

  /** Where the place says all. */
  public Violation(String at, String code, String detail) {
    this(at, code, detail, Optional.empty());
  }

  /** A mistake in reading one value, at a place. */
  public static Violation of(String at, Malformed malformed) {
    return new Violation(at, malformed.code(), malformed.expected());
  }
}
