package nl.banenschakel.platform.intake;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import nl.banenschakel.platform.failure.Violation;

/**
 * What came of an accepted delivery.
 *
 * @param resource the address of the thing it made, where it made one
 * @param counts rows by what happened to them, such as {@code new} or {@code unchanged}
 * @param touches addresses of what was made from what it changes, such as reports that it corrects;
 *     at most {@value #TOUCHES_MAX}
 * @param changes figures that it changes; at most {@value #CHANGES_MAX}
 * @param warnings what is no mistake, and may not be meant so: without any value
 */
public record Outcome(
    Optional<String> resource,
    SortedMap<String, Long> counts,
    List<String> touches,
    List<Change> changes,
    List<Violation> warnings) {
  /**
   * A figure that a delivery changes, so that it can be seen before it is accepted.
   *
   * @param of what it is the figure of, such as a tijdvak
   * @param figure its name, which tells its kind: {@code verloondeUren}
   * @param before what it was
   * @param after what it is
   */
  public record Change(String of, String figure, long before, long after) {}

  /** More are not told. */
  public static final int TOUCHES_MAX = 200;

  private static final int CHANGES_MAX = 200;

  /** The first ones are kept. */
  public Outcome {
    touches = touches.stream().limit(TOUCHES_MAX).toList();
    changes = changes.stream().limit(CHANGES_MAX).toList();
    warnings = List.copyOf(warnings);
  }

  /** Nothing was made from what it changes. */
  public Outcome(Optional<String> resource, SortedMap<String, Long> counts) {
    this(resource, counts, List.of(), List.of(), List.of());
  }

  /** The same of what was not made after all. */
  Outcome withoutResource() {
    return new Outcome(Optional.empty(), counts, touches, changes, warnings);
  }
}
