package nl.banenschakel.platform.intake;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What came of an accepted delivery.
 *
 * @param resource the address of the thing it made, where it made one
 * @param counts rows by what happened to them, such as {@code new} or {@code unchanged}
 */
public record Outcome(Optional<String> resource, SortedMap<String, Long> counts) {}
