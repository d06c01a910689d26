package nl.banenschakel.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the receiver wants to read (RFC 9110, section 12.5.1). */
final class AcceptHeader {
  private static final int RANGES_MAX = 50;

  private final List<Range> ranges;

  private AcceptHeader(List<Range> ranges) {
    this.ranges = ranges;
  }

  private record Range(String type, String subtype, double weight) {

    /** 2 names the type itself, 1 its family, 0 anything, -1 another. */
    int closeness(String mediaType) {
      if (mediaType.equals(type + "/" + subtype)) {
        return 2;
      }
      if (!subtype.equals("*")) {
        return -1;
      }
      return type.equals("*") ? 0 : mediaType.startsWith(type + "/") ? 1 : -1;
    }
  }

  /** Every value of the header in one request; none means anything will do. */
  static AcceptHeader of(List<String> values) {
    var ranges = new ArrayList<Range>();
    for (var text : String.join(",", values).split(",", RANGES_MAX)) {
      range(text.strip().toLowerCase(Locale.ROOT)).ifPresent(ranges::add);
    }
    return new AcceptHeader(values.isEmpty() ? List.of(new Range("*", "*", 1)) : ranges);
  }

  /** From 0, not at all, to 1: what the range that is closest to the type says. */
  double weight(String mediaType) {
    int closest = -1;
    double weight = 0;
    for (var range : ranges) {
      int closeness = range.closeness(mediaType);
      if (closeness > closest) {
        closest = closeness;
        weight = range.weight();
      }
    }
    return weight;
  }

  private static Optional<Range> range(String text) {
    var parts = text.split(";", -1);
    var names = parts[0].strip().split("/", -1);
    if (names.length != 2) {
      return Optional.empty();
    }
    double weight = 1;
    for (int i = 1; i < parts.length; i++) {
      var parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        weight = weightOf(parameter.substring(2));
      }
    }
    return Optional.of(new Range(names[0], names[1], weight));
  }

  private static double weightOf(String text) {
    return text.matches("[01](\\.\\d{0,3})?") ? Math.min(1, Double.parseDouble(text)) : 0;
  }
}
