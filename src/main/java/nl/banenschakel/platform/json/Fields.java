package nl.banenschakel.platform.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/**
 * The members of one JSON object, read into a record. Every mistake is gathered with its JSON
 * pointer; {@link #build} makes the record or fails with all of them. A member that nobody asked
 * for is a mistake too: it is most often a typing error in an optional one.
 */
public final class Fields {
  private final JsonObject object;
  private final String pointer;
  private final List<Violation> violations;
  private final Set<String> known = new HashSet<>();

  private Fields(JsonObject object, String pointer, List<Violation> violations) {
    this.object = object;
    this.pointer = pointer;
    this.violations = violations;
  }

  /** The members of a body. */
  public static Fields of(JsonObject body) {
    return new Fields(body, "", new ArrayList<>());
  }

  /** A value that may only be read once {@link #build} has found no mistake. */
  public static final class Field<T> {
    private final Optional<T> value;

    private Field(Optional<T> value) {
      this.value = value;
    }

    /** The value of a required member. Called inside {@link #build} only. */
    public T get() {
      return value.orElseThrow();
    }

    /** The value of an optional member. */
    public Optional<T> optional() {
      return value;
    }
  }

  /** A text member that must be there, read by a parser that throws {@link Malformed}. */
  public <T> Field<T> required(String name, Function<String, T> parse) {
    if (object.getValue(name) == null) {
      known.add(name);
      add(name, "VALUE_REQUIRED", "This member is required.");
      return new Field<>(Optional.empty());
    }
    return optional(name, parse);
  }

  /** A text member that may be absent or null. */
  public <T> Field<T> optional(String name, Function<String, T> parse) {
    known.add(name);
    return new Field<>(value(pointer + "/" + name, object.getValue(name), parse));
  }

  /** A number that must be there, exactly as it was written. */
  public <T> Field<T> requiredNumber(String name, Function<BigDecimal, T> parse) {
    if (object.getValue(name) == null) {
      return required(name, unread -> parse.apply(BigDecimal.ZERO));
    }
    return optionalNumber(name, parse);
  }

  /** A number that may be absent or null, exactly as it was written. */
  public <T> Field<T> optionalNumber(String name, Function<BigDecimal, T> parse) {
    known.add(name);
    if (object.getValue(name) == null) {
      return new Field<>(Optional.empty());
    }
    if (!(object.getValue(name) instanceof Number number)) {
      add(name, "VALUE_TYPE", "Expected a number, without quotes.");
      return new Field<>(Optional.empty());
    }
    var text = number.toString();
    return new Field<>(value(pointer + "/" + name, text, it -> parse.apply(new BigDecimal(it))));
  }

  /** A true or false that may be absent or null. */
  public Field<Boolean> flag(String name) {
    known.add(name);
    var value = object.getValue(name);
    if (value != null && !(value instanceof Boolean)) {
      add(name, "VALUE_TYPE", "Expected true or false, without quotes.");
    }
    return new Field<>(value instanceof Boolean flag ? Optional.of(flag) : Optional.empty());
  }

  /** A list of texts, each read by a parser; nothing where one could not be read. */
  public <T> Field<List<T>> values(String name, int min, int max, Function<String, T> parse) {
    return items(name, min, max, (at, item) -> text(at, item, parse));
  }

  /** A list of objects, each read by a parser; nothing where one could not be read. */
  public <T> Field<List<T>> list(String name, int min, int max, Function<Fields, T> parse) {
    return items(name, min, max, (at, item) -> nested(at, item, parse));
  }

  /** A text of 1 to {@code max} characters that holds no BSN: for names and remarks. */
  public static Function<String, String> text(int max) {
    return text -> {
      if (text.isBlank() || text.length() > max) {
        throw new Malformed("TEXT_LENGTH", "Expected 1 to %d characters.".formatted(max));
      }
      if (ControlCharacter.occursIn(text)) {
        throw new Malformed("TEXT_CONTROL", "This text holds a control character: leave it out.");
      }
      if (Bsn.occursIn(text)) {
        throw new Malformed("TEXT_HOLDS_BSN", "This text holds a BSN: leave it out.");
      }
      return text.strip();
    };
  }

  /** A mistake that shows only when several members are read. */
  public void refuse(String name, String code, String detail) {
    add(name, code, detail);
  }

  /** What was sent as the text of a member, whether or not it could be read. */
  public Optional<String> textOf(String name) {
    return object.getValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Every mistake found so far, at least one: for who cannot tell what else there may be. */
  public Failure.Invalid failure() {
    return new Failure.Invalid(violations);
  }

  /** Whether a member was sent, and not as null. */
  public boolean has(String name) {
    return object.getValue(name) != null;
  }

  /** The members as they were sent. */
  public JsonObject sent() {
    return object.copy();
  }

  /** The record, or {@link Failure.Invalid} with every mistake found so far. */
  public <T> T build(Supplier<T> record) {
    for (var name : object.fieldNames()) {
      if (!known.contains(name)) {
        violations.add(unknownMember());
      }
    }
    if (!violations.isEmpty()) {
      throw new Failure.Invalid(violations);
    }
    return record.get();
  }

  // An unknown name is not repeated: somebody may have used a BSN as a name.
  private Violation unknownMember() {
    return new Violation(
        pointer.isEmpty() ? "/" : pointer,
        "MEMBER_UNKNOWN",
        "There is a member here that the contract does not have. Known: "
            + String.join(", ", known.stream().sorted().toList())
            + ".");
  }

  private interface ItemReader<T> {
    Optional<T> read(String at, Object item);
  }

  private <T> Field<List<T>> items(String name, int min, int max, ItemReader<T> reader) {
    known.add(name);
    if (!(object.getValue(name) instanceof JsonArray array)) {
      add(name, "VALUE_REQUIRED", "Expected a list.");
      return new Field<>(Optional.empty());
    }
    if (array.size() < min || array.size() > max) {
      add(name, "LIST_LENGTH", "Expected %d to %d items.".formatted(min, max));
      return new Field<>(Optional.empty());
    }
    var read = new ArrayList<T>(array.size());
    for (int i = 0; i < array.size(); i++) {
      reader.read(pointer + "/" + name + "/" + i, array.getValue(i)).ifPresent(read::add);
    }
    // One that is left out would move those after it: what is told of them would be untrue.
    boolean whole = read.size() == array.size();
    return new Field<>(whole ? Optional.of(List.copyOf(read)) : Optional.empty());
  }

  private <T> Optional<T> text(String at, Object item, Function<String, T> parse) {
    if (item == null) {
      violations.add(new Violation(at, "VALUE_TYPE", "Expected a text in double quotes."));
    }
    return value(at, item, parse);
  }

  private <T> Optional<T> nested(String at, Object item, Function<Fields, T> parse) {
    if (!(item instanceof JsonObject member)) {
      violations.add(new Violation(at, "VALUE_TYPE", "Expected an object."));
      return Optional.empty();
    }
    var own = new ArrayList<Violation>();
    try {
      return Optional.of(parse.apply(new Fields(member, at, own)));
    } catch (Failure.Invalid invalid) {
      violations.addAll(invalid.violations());
      return Optional.empty();
    }
  }

  private <T> Optional<T> value(String at, Object value, Function<String, T> parse) {
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      violations.add(new Violation(at, "VALUE_TYPE", "Expected a text in double quotes."));
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (Malformed malformed) {
      violations.add(Violation.of(at, malformed));
    } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
      // The parser's own message may repeat the value: it is not passed on.
      violations.add(
          new Violation(at, "VALUE_FORM", "This text has another form than the contract says."));
    }
    return Optional.empty();
  }

  private void add(String name, String code, String detail) {
    violations.add(new Violation(pointer + "/" + name, code, detail));
  }
}
