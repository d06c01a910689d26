package nl.banenschakel.norm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.banenschakel.platform.failure.StartRefused;

/**
 * From the files' mappings to norms, with every mistake and its place. A file maps each name to the
 * list of its values over time.
 */
final class NormDecoder {
  private final List<Norm> norms = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();

  void feed(String file, Map<String, Object> content) {
    content.forEach(
        (text, versions) -> {
          var at = file + ": " + text;
          var name = NormName.named(text);
          if (name.isEmpty()) {
            mistake(at + ": there is no such parameter");
          } else if (versions instanceof List<?> list && !list.isEmpty()) {
            feedAll(at, name.get(), list);
          } else {
            mistake(at + ": expected a list of values, each with its first day");
          }
        });
  }

  void mistake(String mistake) {
    mistakes.add(mistake);
  }

  /** All norms, or every mistake. */
  List<Norm> end(String what) {
    for (var name : NormName.values()) {
      if (mistakes.isEmpty() && norms.stream().noneMatch(norm -> norm.name() == name)) {
        mistake(name.text() + ": is in no file");
      }
    }
    if (!mistakes.isEmpty()) {
      throw new StartRefused(what, mistakes);
    }
    return List.copyOf(norms);
  }

  private void feedAll(String at, NormName name, List<?> versions) {
    int number = 0;
    for (Object version : versions) {
      number++;
      var place = at + ": value " + number;
      if (version instanceof Map<?, ?> members) {
        new NormMembers(place, members, mistakes).norm(name).ifPresent(norm -> add(place, norm));
      } else {
        mistake(place + ": expected the members " + String.join(", ", NormMembers.NAMES));
      }
    }
  }

  private void add(String at, Norm norm) {
    if (norms.stream().anyMatch(other -> other.name() == norm.name() && other.overlaps(norm))) {
      mistake(at + ": another value holds on some of the same days");
    }
    norms.add(norm);
  }
}
