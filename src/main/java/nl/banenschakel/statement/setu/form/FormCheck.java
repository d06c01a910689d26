package nl.banenschakel.statement.setu.form;

import java.util.List;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import org.jspecify.annotations.Nullable;

/** Holds a message against its form: what lacks, what is too much, what may not stand there. */
public final class FormCheck {
  private final FormElement root;
  private final Place place;
  private final Mistakes mistakes;

  /** Tells each mistake with its place of this kind. */
  public FormCheck(FormElement root, Place place, Mistakes mistakes) {
    this.root = root;
    this.place = place;
    this.mistakes = mistakes;
  }

  /** Adds every mistake of a message. */
  public void check(Members message) {
    members(root, message, "");
  }

  private void members(FormElement element, Members object, String at) {
    int known = 0;
    for (var member : element.members()) {
      boolean sent = object.names().contains(member.name());
      known += sent ? 1 : 0;
      occurrences(member, sent, object.value(member.name()), place.member(at, member.name()));
    }
    for (var step : element.steps()) {
      if (step.size() > 1 && step.stream().noneMatch(it -> object.names().contains(it.name()))) {
        missing(place.member(at, step.get(0).name()));
      }
    }
    if (element.value().isPresent()) {
      known++;
      value(element.value().get(), object.value(FormElement.TEXT), at);
    }
    if (known < object.names().size()) {
      unknown(element, at);
    }
  }

  private void occurrences(FormElement member, boolean sent, @Nullable Object value, String at) {
    if (!sent) {
      if (member.min() > 0) {
        missing(at);
      }
    } else if (!member.isList()) {
      one(member, value, at);
    } else if (value instanceof List<?> list) {
      items(member, list, at);
    } else {
      mistakes.add(at, "VALUE_TYPE", "Expected a list.");
    }
  }

  private void items(FormElement member, List<?> list, String at) {
    if (list.size() < member.min() || list.size() > member.max()) {
      mistakes.add(
          at, "LIST_LENGTH", "Expected %d to %d of these.".formatted(member.min(), member.max()));
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      one(member, list.get(i), place.item(at, i));
    }
  }

  private void one(FormElement member, @Nullable Object value, String at) {
    if (!member.isObject()) {
      value(member.value().orElseThrow(), value, at);
    } else if (value instanceof Members object) {
      members(member, object, at);
    } else {
      mistakes.add(at, "VALUE_TYPE", "Expected an object.");
    }
  }

  private void value(Value expected, @Nullable Object value, String at) {
    if (value == null) {
      mistakes.add(at, "VALUE_TYPE", "Expected a value; leave out what has none.");
      return;
    }
    try {
      expected.require(value);
    } catch (Malformed malformed) {
      mistakes.add(Violation.of(at, malformed));
    }
  }

  private void missing(String at) {
    if (place == Place.PATH) {
      mistakes.add(at, "ELEMENT_MISSING", "This element or attribute is required.");
    } else {
      mistakes.add(at, "VALUE_REQUIRED", "This member is required.");
    }
  }

  /** An unknown name is not repeated: somebody may have used a BSN as a name. */
  private void unknown(FormElement element, String at) {
    var names = element.members().stream().map(FormElement::name).toList();
    mistakes.add(
        at.isEmpty() ? place.root(root) : at,
        "MEMBER_UNKNOWN",
        "There is a member here that this message does not have. Known: %s."
            .formatted(String.join(", ", names)));
  }
}
