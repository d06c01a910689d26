package nl.banenschakel.statement.hourtype;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.StartRefused;
import org.jspecify.annotations.Nullable;

/** From the operator's table to hour types, with every mistake and its place. */
final class HourTypeDecoder {
  /** Rows of the table, and types of a row. */
  static final int LISTED_MAX = 500;

  private static final String ROOT = "hourTypes";
  private static final List<String> NAMES =
      List.of("types", "verdict", "validFrom", "validUntil", "source");

  private final List<HourType> types = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();

  void feed(Map<String, Object> content) {
    if (!content.keySet().equals(Set.of(ROOT))) {
      mistakes.add("expected one member: " + ROOT);
    }
    int number = 0;
    for (var row : list(ROOT, content.get(ROOT))) {
      number++;
      var at = "row " + number;
      if (row instanceof Map<?, ?> members) {
        feed(at, members);
      } else {
        mistakes.add(at + ": expected the members " + String.join(", ", NAMES));
      }
    }
  }

  /** All types, or every mistake. */
  List<HourType> end(String what) {
    if (!mistakes.isEmpty()) {
      throw new StartRefused(what, mistakes);
    }
    return List.copyOf(types);
  }

  private void feed(String at, Map<?, ?> members) {
    int before = mistakes.size();
    for (Object name : members.keySet()) {
      if (!NAMES.contains(String.valueOf(name))) {
        mistakes.add(at + ": there is no member " + name);
      }
    }
    var verdict = member(at, members, "verdict", "counts or does-not-count", Verdict::labelled);
    var from = member(at, members, "validFrom", "a day such as 2026-01-01", HourTypeDecoder::day);
    var until =
        members.containsKey("validUntil")
            ? member(at, members, "validUntil", "a day such as 2026-12-31", HourTypeDecoder::day)
            : Optional.<LocalDate>empty();
    var source = member(at, members, "source", "one text", Optional::of);
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      mistakes.add(at + ": validUntil lies before validFrom");
    }
    for (var type : list(at + ": types", members.get("types"))) {
      var name = type(at, type);
      if (name.isPresent() && mistakes.size() == before) {
        add(
            at,
            new HourType(
                name.get(),
                verdict.orElseThrow(),
                from.orElseThrow(),
                until,
                source.orElseThrow()));
      }
    }
  }

  private void add(String at, HourType type) {
    if (types.stream().anyMatch(type::contradicts)) {
      mistakes.add(at + ": " + type.name() + " has another verdict on some of the same days");
    }
    types.add(type);
  }

  /** A type as a statement has it once it is read: others would never be met. */
  private Optional<String> type(String at, @Nullable Object value) {
    if (value instanceof String text && isAsRead(text)) {
      return Optional.of(text);
    }
    mistakes.add(
        at
            + ": types: expected texts of 1 to %d characters that tell of no wage dispensation"
                .formatted(HourTypes.LENGTH_MAX));
    return Optional.empty();
  }

  private static boolean isAsRead(String text) {
    try {
      return HourTypes.sent().apply(text).equals(text);
    } catch (Malformed malformed) {
      return false;
    }
  }

  private List<?> list(String at, @Nullable Object value) {
    if (value instanceof List<?> list && !list.isEmpty() && list.size() <= LISTED_MAX) {
      return list;
    }
    mistakes.add(at + ": expected a list of 1 to %d".formatted(LISTED_MAX));
    return List.of();
  }

  private <T> Optional<T> member(
      String at,
      Map<?, ?> members,
      String name,
      String expected,
      Function<String, Optional<T>> parse) {
    var read =
        members.get(name) instanceof String text && !text.isBlank()
            ? parse.apply(text.strip())
            : Optional.<T>empty();
    if (read.isEmpty()) {
      mistakes.add(at + ": " + name + ": expected " + expected);
    }
    return read;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
