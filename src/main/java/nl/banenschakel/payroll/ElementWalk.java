package nl.banenschakel.payroll;

import java.util.Map;
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
  /** The years whose wage return is read, by namespace. */
  private static final Map<String, Integer> YEARS =
      Map.of("http://xml.belastingdienst.nl/schemas/Loonaangifte/2026/01", 2026);

  /** Is told of the elements that are read, in the order of the file. */
  interface Visitor {
    void opened(Element element);

    /** A text that is complete. What it throws becomes a mistake at this place. */
    void read(Element leaf, ElementText text);

    void closed(Element element);
  }

  private final XmlFeed feed;
  private final Visitor visitor;
  private final Mistakes mistakes;
  private final ElementPath path = new ElementPath();
  private final ElementText text = new ElementText();

  private String namespace = "";
  private int skippedDepth;
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

  /** The year whose schema the message follows; known within its root. */
  int year() {
    return YEARS.getOrDefault(namespace, 0);
  }

  /** A mistake at the innermost element. */
  void mistake(String code, String detail) {
    mistakes.add(place(), code, detail);
  }

  /** A mistake: the innermost element lacks a child. */
  void missing(Element child, String detail) {
    mistakes.add(path.of(child), "ELEMENT_MISSING", detail);
  }

  @Override
  public void opened(String elementNamespace, String name) {
    textLength = 0;
    if (skippedDepth > 0) {
      skippedDepth++;
      return;
    }
    var element = path.isEmpty() ? root(elementNamespace, name) : child(elementNamespace, name);
    if (element == null) {
      skippedDepth = 1;
    } else {
      open(element);
    }
  }

  @Override
  public void text(char[] chars, int from, int count) {
    boolean within = textLength <= ElementText.LENGTH_MAX;
    textLength += count;
    if (within && textLength > ElementText.LENGTH_MAX) {
      mistake(
          "TEXT_TOO_LONG", "A text has at most %d characters.".formatted(ElementText.LENGTH_MAX));
    }
    if (skippedDepth == 0 && path.last().isLeaf()) {
      text.append(chars, from, count);
    }
  }

  @Override
  public void closed() {
    if (skippedDepth > 0) {
      skippedDepth--;
    } else {
      close(path.last());
      path.pop();
    }
    textLength = 0;
  }

  private @Nullable Element root(String rootNamespace, String name) {
    if (!YEARS.containsKey(rootNamespace)) {
      feed.stop(
          "NAMESPACE_UNSUPPORTED",
          "Expected a Loonaangifte in a namespace that is read here: "
              + String.join(", ", YEARS.keySet())
              + ".");
      return null;
    }
    if (!name.equals(Element.LOONAANGIFTE.xmlName())) {
      feed.stop("ROOT_UNEXPECTED", "Expected the root element Loonaangifte.");
      return null;
    }
    namespace = rootNamespace;
    return Element.LOONAANGIFTE;
  }

  private @Nullable Element child(String childNamespace, String name) {
    var parent = path.last();
    if (parent.isLeaf()) {
      mistake("ELEMENT_UNEXPECTED", "Expected a text here, without elements.");
      return null;
    }
    return namespace.equals(childNamespace) ? parent.child(name) : null;
  }

  private void open(Element element) {
    path.push(element);
    text.clear();
    if (path.position() > element.max()) {
      mistake(
          "ELEMENT_REPEATED",
          "This element may stand here at most %d times.".formatted(element.max()));
    }
    visitor.opened(element);
  }

  private void close(Element element) {
    if (element.isLeaf()) {
      read(element);
    } else {
      for (var child : element.required()) {
        if (path.count(child) == 0) {
          missing(child, "This element is required.");
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
      mistakes.add(Violation.of(place(), malformed));
    }
  }
}
