package nl.banenschakel.platform.intake;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What came of an accepted delivery.
 *
 * @param resource the address of the thing it made, where it made one
 * @param counts rows by what happened to them, such as {@code new} or {@code unchanged}
 * @param touches addresses of what was made from what it changes, such as reports that it corrects;
 *     at most {@value #TOUCHES_MAX}
 */
public record Outcome(
    Optional<String> resource, SortedMap<String, Long> counts, List<String> touches) {
  /** More are not told. */
  public static final int TOUCHES_MAX = 200;

  /** The first ones are kept. */
  public Outcome {
    touches = touches.stream().limit(TOUCHES_MAX).toList();
  }

  /** Nothing was made from what it changes. */
  public Outcome(Optional<String> resource, SortedMap<String, Long> counts) {
    this(resource, counts, List.of());
  }
}
