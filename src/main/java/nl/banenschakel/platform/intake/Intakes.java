package nl.banenschakel.platform.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.banenschakel.kernel.Malformed;

/** Every kind of file that can be sent to an address. */
public final class Intakes {
  private final Map<String, Intake> byKind = new TreeMap<>();

  /** Of the slices that take files. */
  public Intakes(List<Intake> intakes) {
    for (var intake : intakes) {
      byKind.put(intake.kind(), intake);
    }
  }

  /**
   * The one of a kind that somebody names.
   *
   * @throws Malformed when there is none
   */
  Intake named(String kind) {
    return of(kind)
        .orElseThrow(
            () ->
                new Malformed(
                    "UPLOAD_KIND_UNKNOWN",
                    "Expected one of: " + String.join(", ", byKind.keySet()) + "."));
  }

  /** The one of a kind; none where that kind comes without an address only. */
  Optional<Intake> of(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** What any of them reads. */
  Set<String> mediaTypes() {
    var all = new TreeSet<String>();
    byKind.values().forEach(intake -> all.addAll(intake.mediaTypes()));
    return all;
  }
}
