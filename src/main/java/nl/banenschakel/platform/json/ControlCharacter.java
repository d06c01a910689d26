package nl.banenschakel.platform.json;

/** What no name or remark may hold, for it is shown to others as it is. */
final class ControlCharacter {
  private ControlCharacter() {}

  static boolean occursIn(String text) {
    return text.codePoints().anyMatch(ControlCharacter::isOne);
  }

  /** What ends a line, turns the direction of what follows, or is half of a character. */
  private static boolean isOne(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default ->
          (character >= 0x202A && character <= 0x202E)
              || (character >= 0x2066 && character <= 0x2069);
    };
  }
}
