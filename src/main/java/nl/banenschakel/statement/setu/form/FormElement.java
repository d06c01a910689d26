package nl.banenschakel.statement.setu.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element that a message may have, or an attribute.
 *
 * @param name in XML and in JSON; of an attribute with an at sign before it
 * @param min how often at least
 * @param max how often at most; more than one is a list in JSON
 * @param value what stands in it; empty when elements do
 * @param steps its children in their order; those of one step may take turns
 * @param beside what there may be beside its children
 */
public record FormElement(
    String name,
    int min,
    int max,
    Optional<Value> value,
    List<FormElement> attributes,
    List<List<FormElement>> steps,
    Beside beside) {
  /** The text of an element that has attributes too. */
  public static final String TEXT = "#";

  /** Of what there may be any number, so many are read. */
  public static final int REPEATED_MAX = 1_000;

  /** What there may be beside the children that are known. */
  enum Beside {
    NOTHING,
    /** Text, which is not read. */
    TEXT,
    /** Whatever there is: it is not read. */
    ANYTHING
  }

  /** One element with a value. */
  public static FormElement element(String name, Value value) {
    return new FormElement(name, 1, 1, Optional.of(value), List.of(), List.of(), Beside.NOTHING);
  }

  /** One element with elements in it, in this order. */
  public static FormElement element(String name, FormElement... children) {
    return new FormElement(
        name,
        1,
        1,
        Optional.empty(),
        List.of(),
        Arrays.stream(children).map(List::of).toList(),
        Beside.NOTHING);
  }

  /** One element of which nothing is read. */
  public static FormElement unread(String name) {
    return new FormElement(name, 1, 1, Optional.empty(), List.of(), List.of(), Beside.ANYTHING);
  }

  /** None, or one. */
  public FormElement optional() {
    return times(0, 1);
  }

  /** So many; any number is {@value #REPEATED_MAX}. */
  public FormElement times(int least, int most) {
    return new FormElement(name, least, most, value, attributes, steps, beside);
  }

  /** Any number, none included. */
  public FormElement any() {
    return times(0, REPEATED_MAX);
  }

  /** The same with these attributes too, each as an element of that name. */
  public FormElement with(FormElement... more) {
    var added =
        Arrays.stream(more)
            .map(
                it ->
                    new FormElement(
                        "@" + it.name, it.min, it.max, it.value, List.of(), List.of(), it.beside))
            .toList();
    var all = Stream.concat(attributes.stream(), added.stream()).toList();
    return new FormElement(name, min, max, value, all, steps, beside);
  }

  /** The same, followed by one or more of these children in any order. */
  public FormElement thenInTurns(FormElement... children) {
    return then(List.of(children));
  }

  /** The same, followed by these children in this order. */
  public FormElement then(FormElement... children) {
    var all = this;
    for (var child : children) {
      all = all.then(List.of(child));
    }
    return all;
  }

  /** The same with text beside its children, which is not read. */
  public FormElement withTextBeside() {
    return new FormElement(name, min, max, value, attributes, steps, Beside.TEXT);
  }

  /** Whether it is a list in JSON. */
  boolean isList() {
    return max > 1;
  }

  /** Whether it is an object in JSON. */
  boolean isObject() {
    return value.isEmpty() || !attributes.isEmpty();
  }

  /** Its children and attributes. */
  List<FormElement> members() {
    return Stream.concat(attributes.stream(), steps.stream().flatMap(List::stream)).toList();
  }

  private FormElement then(List<FormElement> step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new FormElement(name, min, max, value, attributes, List.copyOf(longer), beside);
  }
}
