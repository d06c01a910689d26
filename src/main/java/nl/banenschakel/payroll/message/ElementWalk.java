package nl.banenschakel.payroll.message;

import java.util.Optional;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.xml.XmlFeed;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the elements of a wage return and tells a visitor of those that are read; whatever
 * else there is, it steps over with all that is in it.
 */
final class ElementWalk implements XmlFeed.Events {

  /** Is told of the elements that are read, in the order of the file. */
  interface Visitor {
    void opened(Element element);

    /** A text that is complete. What it throws becomes a mistake at this place. */
    void read(Element leaf, ElementText text);

    void closed(Element element);
  }

  /** A power of two: more than there are names in a wage return. */
  private static final int MET_MAX = 1_024;

  /** What a name means within a parent. */
  private record Met(Element parent, String name, @Nullable Element child) {
    /** The very same text, not an equal one: the parser gives the same each time. */
    @SuppressWarnings("ReferenceEquality")
    boolean is(Element itsParent, String itsName) {
      return name == itsName && parent == itsParent;
    }
  }

  private final XmlFeed feed;
  private final Visitor visitor;
  private final Mistakes mistakes;
  private final ElementPath path = new ElementPath();
  private final ElementText text = new ElementText();

  /** By level of the path: the place of the child that was opened last, in the schema's order. */
  private final int[] reached = new int[XmlFeed.DEPTH_MAX];

  /** Children that were looked up, by parent and name; null is a child that is not read. */
  private final @Nullable Met[] met = new Met[MET_MAX];

  private YearForm form = YearForm.Y2026;
  private String namespace = form.namespace();
  private int level;
  private int textLength;

  ElementWalk(Visitor visitor, Mistakes mistakes) {
    this.feed = new XmlFeed(this, mistakes);
    this.visitor = visitor;
    this.mistakes = mistakes;
  }

  void feed(byte[] piece) {
    feed.feed(piece);
  }

  void end() {
    feed.end();
  }

  /** Where the walk is: the element path of a mistake. */
  String place() {
    return path.toString();
  }

  /** The position of the innermost element among those of its name. */
  int position() {
    return path.position();
  }

  /** The year whose form the message has; known within its root. */
  int year() {
    return form.year();
  }

  /** A mistake at the innermost element. */
  void mistake(String code, String detail) {
    mistake(place(), code, detail);
  }

  /** A mistake: the innermost element lacks a child. */
  void missing(Element child, String detail) {
    mistake(path.of(child.xmlName()), "ELEMENT_MISSING", detail);
  }

  @Override
  public boolean opened(String namespace, String name) {
    textLength = 0;
    var element = path.isEmpty() ? root(namespace, name) : child(namespace, name);
    if (element == null) {
      return false;
    }
    open(element, name);
    return true;
  }

  @Override
  public boolean wantsText() {
    return path.last().isLeaf();
  }

  @Override
  public void text(char[] chars, int from, int count) {
    boolean within = textLength <= ElementText.LENGTH_MAX;
    textLength += count;
    if (within && textLength > ElementText.LENGTH_MAX) {
      mistake(
          "TEXT_TOO_LONG", "A text has at most %d characters.".formatted(ElementText.LENGTH_MAX));
    }
    text.append(chars, from, count);
  }

  @Override
  public void closed() {
    close(path.last());
    path.pop();
    level--;
    textLength = 0;
  }

  private @Nullable Element root(String namespace, String name) {
    var known = YearForm.of(namespace);
    if (known.isEmpty()) {
      refuse(namespace);
      return null;
    }
    if (!name.equals(Element.LOONAANGIFTE.xmlName())) {
      feed.stop("ROOT_UNEXPECTED", "Expected the root element Loonaangifte.");
      return null;
    }
    form = known.get();
    this.namespace = namespace;
    return Element.LOONAANGIFTE;
  }

  private void refuse(String namespace) {
    var year = YearForm.yearIn(namespace);
    if (year.isPresent() && !YearForm.YEARS.contains(year.get().toString())) {
      feed.stop(
          "RETURN_YEAR_UNKNOWN",
          "This wage return has the form of %d. Read here are those of %s."
              .formatted(year.get(), YearForm.YEARS));
    } else {
      feed.stop(
          "NAMESPACE_UNSUPPORTED",
          "Expected a Loonaangifte in a namespace that is read here: %s."
              .formatted(YearForm.namespaces()));
    }
  }

  private @Nullable Element child(String namespace, String name) {
    var parent = path.last();
    if (parent.isLeaf()) {
      mistake("ELEMENT_UNEXPECTED", "Expected a text here, without elements.");
      return null;
    }
    var element = this.namespace.equals(namespace) ? lookedUp(parent, name) : null;
    if (element != Element.OF_OTHER_YEAR) {
      return element;
    }
    mistake(
        path.of(name),
        "ELEMENT_OF_OTHER_YEAR",
        "The form of %d does not have this element: it belongs to another year."
            .formatted(form.year()));
    return null;
  }

  private @Nullable Element lookedUp(Element parent, String name) {
    int slot = (name.hashCode() + 31 * parent.index()) & (MET_MAX - 1);
    var before = met[slot];
    if (before != null && before.is(parent, name)) {
      return before.child();
    }
    var child = form.child(parent, name);
    if (before == null) {
      met[slot] = new Met(parent, name, child);
    }
    return child;
  }

  private void open(Element element, String name) {
    boolean inOrder = path.isEmpty() || isInOrder(path.last(), element);
    path.push(element, name);
    level++;
    reached[level] = 0;
    text.clear();
    if (path.position() > element.max()) {
      mistake(
          "ELEMENT_REPEATED",
          "This element may stand here at most %d times.".formatted(element.max()));
    } else if (!inOrder) {
      mistake("ELEMENT_ORDER", "This element stands after others that it goes before.");
    }
    visitor.opened(element);
  }

  /** Whether it stands in the order of the schema: behind what was there before it. */
  private boolean isInOrder(Element parent, Element element) {
    int order = form.order(parent, element);
    if (order < reached[level]) {
      return false;
    }
    reached[level] = order;
    return true;
  }

  private void close(Element element) {
    if (element.isLeaf()) {
      read(element);
    } else {
      for (var child : element.children()) {
        if (child.required() && path.count(child.element()) == 0) {
          missing(child.element(), "This element is required.");
        }
      }
    }
    visitor.closed(element);
  }

  private void read(Element leaf) {
    if (textLength > ElementText.LENGTH_MAX) {
      return;
    }
    text.strip();
    try {
      visitor.read(leaf, text);
    } catch (Malformed malformed) {
      mistake(malformed.code(), malformed.expected());
    }
  }

  private void mistake(String at, String code, String detail) {
    mistakes.add(new Violation(at, code, detail, Optional.of(feed.line())));
  }
}
