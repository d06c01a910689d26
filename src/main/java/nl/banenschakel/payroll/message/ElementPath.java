package nl.banenschakel.payroll.message;

import java.util.Arrays;

/**
 * Where the reading is: the elements that are open, with their positions. Costs nothing but
 * counting; a text is made of it for a mistake only.
 */
final class ElementPath {
  /** Of the elements that are read: from {@code Loonaangifte} to {@code AantVerlU}. */
  private static final int DEPTH_MAX = 8;

  private static final int ELEMENTS = Element.values().length;

  private final Element[] open = new Element[DEPTH_MAX];
  private final String[] names = new String[DEPTH_MAX];

  /** By level: how often each child has been there so far, by its ordinal. */
  private final int[][] counts = new int[DEPTH_MAX][ELEMENTS];

  private int depth;

  boolean isEmpty() {
    return depth == 0;
  }

  /** The innermost open element. */
  Element last() {
    return open[depth - 1];
  }

  /** Opens an element under the name that it has in the form of its year. */
  void push(Element element, String name) {
    if (depth > 0) {
      counts[depth - 1][element.index()]++;
    }
    open[depth] = element;
    names[depth] = name;
    if (!element.isLeaf()) {
      Arrays.fill(counts[depth], 0);
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
    return counts[depth - 1][child.index()];
  }

  /** The path of a child that is not there, or not read. */
  String of(String child) {
    return depth == 1 ? child : this + "/" + child;
  }

  /** Without the root; with positions where an element may be repeated. */
  @Override
  public String toString() {
    var path = new StringBuilder();
    for (int level = 1; level < depth; level++) {
      path.append(level == 1 ? "" : "/").append(names[level]);
      if (open[level].max() > 1) {
        path.append('[').append(positionAt(level)).append(']');
      }
    }
    return path.isEmpty() ? names[0] : path.toString();
  }

  private int positionAt(int level) {
    return level == 0 ? 1 : counts[level - 1][open[level].index()];
  }
}
