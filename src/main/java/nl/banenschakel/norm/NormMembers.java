package nl.banenschakel.norm;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.banenschakel.norm.Norm.Status;
import nl.banenschakel.norm.NormName.Kind;

/** The members of one value in a file, each read with its mistakes. */
final class NormMembers {
  static final List<String> NAMES =
      List.of("value", "unit", "validFrom", "validUntil", "status", "source");

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,8})?");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final int LISTED_MAX = 100;

  private final String at;
  private final Map<?, ?> members;
  private final List<String> mistakes;

  NormMembers(String at, Map<?, ?> members, List<String> mistakes) {
    this.at = at;
    this.members = members;
    this.mistakes = mistakes;
  }

  /** The norm, or nothing when there were mistakes. */
  Optional<Norm> norm(NormName name) {
    int before = mistakes.size();
    refuseUnknown();
    var values = values(name.kind());
    var unit = text("unit");
    var from = text("validFrom").flatMap(text -> date("validFrom", text));
    var until = end();
    var status = text("status").flatMap(this::status);
    var source = text("source");
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      mistake("validUntil lies before validFrom");
    }
    if (mistakes.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Norm(
            name,
            values,
            unit.orElseThrow(),
            from.orElseThrow(),
            until,
            status.orElseThrow(),
            source.orElseThrow()));
  }

  private void refuseUnknown() {
    for (Object name : members.keySet()) {
      if (!NAMES.contains(String.valueOf(name))) {
        mistake("there is no member " + name);
      }
    }
  }

  private List<BigDecimal> values(Kind kind) {
    var value = members.get("value");
    var texts = value instanceof List<?> list ? list : List.of(value == null ? "" : value);
    boolean many = value instanceof List<?>;
    var form = kind == Kind.DECIMAL ? DECIMAL : INTEGER;
    boolean fits =
        many == kind.isList()
            && !texts.isEmpty()
            && texts.size() <= LISTED_MAX
            && texts.stream().allMatch(text -> form.matcher(String.valueOf(text)).matches())
            && (!kind.isList()
                || kind.fits(
                    texts.stream().map(text -> Integer.valueOf(String.valueOf(text))).toList()));
    if (!fits) {
      mistake("value: expected " + kind.expected());
      return List.of();
    }
    return texts.stream().map(text -> new BigDecimal(String.valueOf(text))).toList();
  }

  private Optional<LocalDate> end() {
    // There or not: an empty one would silently make a norm endless.
    return members.containsKey("validUntil")
        ? text("validUntil").flatMap(text -> date("validUntil", text))
        : Optional.empty();
  }

  private Optional<String> text(String name) {
    if (members.get(name) instanceof String text && !text.isBlank()) {
      return Optional.of(text.strip());
    }
    mistake(name + ": expected one text");
    return Optional.empty();
  }

  private Optional<LocalDate> date(String name, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException unreadable) {
      mistake(name + ": expected a day such as 2026-01-01");
      return Optional.empty();
    }
  }

  private Optional<Status> status(String label) {
    var status = Status.labelled(label);
    if (status.isEmpty()) {
      mistake(
          "status: expected one of "
              + String.join(", ", List.of(Status.values()).stream().map(Status::label).toList()));
    }
    return status;
  }

  private void mistake(String what) {
    mistakes.add(at + ": " + what);
  }
}
