package nl.banenschakel.statement.hourtype;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What hours of a type are to who hires. */
public enum Verdict {
  /** Somebody was at work. */
  COUNTS,
  /** Nobody was, or they are counted elsewhere. */
  DOES_NOT_COUNT,
  /** Nobody has said yet: they count for nobody, and somebody has to say. */
  TO_MAP;

  /** What a table may say, such as {@code does-not-count}. */
  static Optional<Verdict> labelled(String label) {
    return Arrays.stream(values())
        .filter(verdict -> verdict != TO_MAP && verdict.label().equals(label))
        .findFirst();
  }

  /** As the table and the contract write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
