package nl.banenschakel.platform.intake.mistake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in a table a mistake is.
 *
 * @param line of the file, or row of the sheet, from 1
 * @param column from 1
 */
public record Place(Optional<Integer> line, Optional<Integer> column) {
  private static final Pattern IN_TABLE =
      Pattern.compile("(?:line|.*\\brow) (\\d{1,9})(?: column (?:(\\d{1,9})|([A-Z]{1,3})))?");
  private static final int LETTERS = 26;

  /**
   * Reads {@code line 13 column 4} and {@code sheet 1 row 13 column D}; what has another form is in
   * no table.
   */
  public static Place of(String at) {
    var match = IN_TABLE.matcher(at);
    if (!match.matches()) {
      return new Place(Optional.empty(), Optional.empty());
    }
    var number = Optional.ofNullable(match.group(2)).map(Integer::valueOf);
    return new Place(
        Optional.of(Integer.valueOf(match.group(1))),
        number.or(() -> Optional.ofNullable(match.group(3)).map(Place::ofLetters)));
  }

  private static int ofLetters(String letters) {
    return letters.chars().reduce(0, (sum, letter) -> sum * LETTERS + letter - 'A' + 1);
  }
}
