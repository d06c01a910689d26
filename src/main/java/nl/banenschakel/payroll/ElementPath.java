package nl.banenschakel.payroll;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the reading is: the elements that are open, with their positions. Costs nothing but
 * counting; a text is made of it for a mistake only.
 */
final class ElementPath {
  /** Of the elements that are read: from {@code Loonaangifte} to {@code AantVerlU}. */
  private static final int DEPTH_MAX = 8;

  private final Element[] open = new Element[DEPTH_MAX];

  /** By level: how often each child has been there so far. */
  private final List<Map<Element, Integer>> counts =
      Stream.<Map<Element, Integer>>generate(() -> new EnumMap<>(Element.class))
          .limit(DEPTH_MAX)
          .toList();

  private int depth;

  boolean isEmpty() {
    return depth == 0;
  }

  /** The innermost open element. */
  Element last() {
    return open[depth - 1];
  }

  void push(Element element) {
    if (depth > 0) {
      counts.get(depth - 1).merge(element, 1, Integer::sum);
    }
    open[depth] = element;
    if (!element.isLeaf()) {
      counts.get(depth).clear();
    }
    depth++;
  }

  void pop() {
    depth--;
  }

  /** The position of the innermost open element among those of its name, from 1. */
  int position() {
    return positionAt(depth - 1);
  }

  /** How many children of a kind the innermost open element has had so far. */
  int count(Element child) {
    return counts.get(depth - 1).getOrDefault(child, 0);
  }

  /** The path of a child that is not there. */
  String of(Element child) {
    return depth == 1 ? child.xmlName() : this + "/" + child.xmlName();
  }

  /** Without the root; with positions where an element may be repeated. */
  @Override
  public String toString() {
    var path = new StringBuilder();
    for (int level = 1; level < depth; level++) {
      path.append(level == 1 ? "" : "/").append(open[level].xmlName());
      if (open[level].max() > 1) {
        path.append('[').append(positionAt(level)).append(']');
      }
    }
    return path.isEmpty() ? open[0].xmlName() : path.toString();
  }

  private int positionAt(int level) {
    return level == 0 ? 1 : counts.get(level - 1).getOrDefault(open[level], 0);
  }
}
