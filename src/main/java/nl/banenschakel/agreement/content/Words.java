package nl.banenschakel.agreement.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.kernel.Malformed;

/** Closed lists of words as the contract of the interface writes them. */
public final class Words {
  private Words() {}

  /** Such as {@code per-year} for {@code PER_YEAR}. */
  public static String text(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads one of a list; another word is {@link Malformed}. */
  public static <E extends Enum<E>> Function<String, E> of(Class<E> list) {
    return text ->
        Arrays.stream(list.getEnumConstants())
            .filter(word -> text(word).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new Malformed(
                        "WORD_UNKNOWN",
                        Arrays.stream(list.getEnumConstants())
                            .map(Words::text)
                            .collect(Collectors.joining(", ", "Expected one of: ", "."))));
  }
}
