package nl.banenschakel.statement.setu.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.xml.XmlAttribute;
import nl.banenschakel.platform.stream.xml.XmlFeed;

/**
 * Reads a message from XML by its form. What is not in the form, in its wrong place or there too
 * often is a mistake with its element path and line, and is passed over with all that is in it.
 */
public final class XmlReading implements XmlFeed.Events {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  /** An element that is open. */
  private static final class Open {
    final FormElement form;
    final String at;
    final Members members = new Members();
    final StringBuilder text = new StringBuilder();
    int reached;

    Open(FormElement form, String at) {
      this.form = form;
      this.at = at;
    }
  }

  private final FormElement root;
  private final String namespace;
  private final Mistakes mistakes;
  private final XmlFeed feed;
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<Members> message = Optional.empty();

  /** Reads a message with this root in this namespace. */
  public XmlReading(FormElement root, String namespace, Mistakes mistakes) {
    this.root = root;
    this.namespace = namespace;
    this.mistakes = mistakes;
    this.feed = new XmlFeed(this, mistakes);
  }

  /** Reads on over these bytes. */
  public void feed(byte[] piece) {
    feed.feed(piece);
  }

  /** The message, unless it is no XML or another message. */
  public Optional<Members> end() {
    feed.end();
    return message;
  }

  @Override
  public boolean opened(String namespace, String name) {
    var form = open.isEmpty() ? root(namespace, name) : child(namespace, name);
    if (form.isPresent() && form.get().beside() == FormElement.Beside.ANYTHING) {
      put(open.element().members, form.get(), new Members());
      return false;
    }
    form.ifPresent(this::open);
    return form.isPresent();
  }

  @Override
  public boolean wantsText() {
    return !open.isEmpty() && open.element().form.beside() == FormElement.Beside.NOTHING;
  }

  @Override
  public void text(char[] chars, int from, int count) {
    var last = open.element();
    if (last.form.value().isPresent()) {
      last.text.append(chars, from, count);
    } else if (!isBlank(chars, from, count)) {
      mistake(last.at, "TEXT_UNEXPECTED", "Expected elements here, and no text between them.");
    }
  }

  @Override
  public void closed() {
    var last = open.pop();
    Object read = last.members;
    if (last.form.value().isPresent()) {
      read = last.form.value().get().ofXml(last.text.toString());
      if (last.form.isObject()) {
        last.members.put(FormElement.TEXT, read);
        read = last.members;
      }
    }
    if (open.isEmpty()) {
      message = Optional.of(last.members);
    } else {
      put(open.element().members, last.form, read);
    }
  }

  private Optional<FormElement> root(String namespace, String name) {
    if (!namespace.equals(this.namespace)) {
      feed.stop("NAMESPACE_UNSUPPORTED", "Expected the namespace %s.".formatted(this.namespace));
    } else if (!name.equals(root.name())) {
      feed.stop("ROOT_UNEXPECTED", "Expected the root element %s.".formatted(root.name()));
    } else {
      return Optional.of(root);
    }
    return Optional.empty();
  }

  private Optional<FormElement> child(String namespace, String name) {
    var parent = open.element();
    var steps = parent.form.steps();
    for (int step = 0; step < steps.size() && namespace.equals(this.namespace); step++) {
      for (var child : steps.get(step)) {
        if (child.name().equals(name)) {
          return taken(parent, child, step);
        }
      }
    }
    mistake(
        parent.at.isEmpty() ? root.name() : parent.at,
        "ELEMENT_UNEXPECTED",
        "There is an element here that this message does not have in this place.");
    return Optional.empty();
  }

  private Optional<FormElement> taken(Open parent, FormElement child, int step) {
    var at = place(parent, child);
    if (step < parent.reached) {
      mistake(at, "ELEMENT_ORDER", "This element stands after others that it goes before.");
    }
    parent.reached = Math.max(step, parent.reached);
    if (!child.isList() && parent.members.names().contains(child.name())) {
      mistake(at, "ELEMENT_REPEATED", "This element may stand here once only.");
      return Optional.empty();
    }
    return Optional.of(child);
  }

  private void open(FormElement form) {
    var at = open.isEmpty() ? "" : place(open.element(), form);
    var opened = new Open(form, at);
    for (var attribute : feed.attributes()) {
      if (!isHint(attribute)) {
        read(opened, attribute);
      }
    }
    open.push(opened);
  }

  private void read(Open element, XmlAttribute attribute) {
    var name = name(attribute);
    var known = element.form.attributes().stream().filter(it -> it.name().equals(name)).findFirst();
    if (known.isPresent()) {
      element.members.put(name, known.get().value().orElseThrow().ofXml(attribute.value()));
    } else {
      mistake(
          element.at.isEmpty() ? root.name() : element.at,
          "ATTRIBUTE_UNKNOWN",
          "This element has an attribute that this message does not have.");
    }
  }

  private static String name(XmlAttribute attribute) {
    return switch (attribute.namespace()) {
      case "" -> "@" + attribute.name();
      case XML -> "@xml:" + attribute.name();
      default -> "";
    };
  }

  /** Where to find a schema, which is not looked for. */
  private static boolean isHint(XmlAttribute attribute) {
    return attribute.namespace().equals(XSI) && attribute.name().endsWith("chemaLocation");
  }

  private static String place(Open parent, FormElement child) {
    var at = Place.PATH.member(parent.at, child.name());
    return child.isList() ? Place.PATH.item(at, parent.members.items(child.name()).size()) : at;
  }

  private static void put(Members members, FormElement form, Object value) {
    if (form.isList()) {
      members.add(form.name(), value);
    } else {
      members.put(form.name(), value);
    }
  }

  private static boolean isBlank(char[] chars, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (chars[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private void mistake(String at, String code, String detail) {
    mistakes.add(new Violation(at, code, detail, Optional.of(feed.line())));
  }
}
