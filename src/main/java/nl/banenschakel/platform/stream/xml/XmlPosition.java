package nl.banenschakel.platform.stream.xml;

import javax.xml.stream.Location;

/**
 * Where in the file the parser is, by line and column. Before the root element the parser loses
 * count of lines, and stumbles over a document type before it tells: what stands there is counted
 * here.
 */
final class XmlPosition {
  private static final byte[] NONE = {};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final String DOCTYPE = "<!DOCTYPE";

  private int markBytes;
  private boolean begun;
  private byte[] current = NONE;
  private long passed;

  // Before the root element: of the byte that follows those counted.
  private int line = 1;
  private int column = 1;
  private int matched;
  private int counted;

  // In the root element: what the parser counted wrongly before it.
  private boolean inRoot;
  private int rootLine;
  private int linesLost;
  private int columnsLost;

  /** How many of these first bytes are UTF-8's byte order mark, which is no part of the text. */
  int markBytes(byte[] piece) {
    int count = 0;
    while (!begun
        && markBytes < BYTE_ORDER_MARK.length
        && count < piece.length
        && piece[count] == BYTE_ORDER_MARK[markBytes]) {
      markBytes++;
      count++;
    }
    begun |= count < piece.length;
    return count;
  }

  /** These bytes are parsed now. */
  void begin(byte[] bytes) {
    current = bytes;
  }

  /** They have been parsed. */
  void finish() {
    long all = passed + current.length;
    count(all);
    passed = all;
    counted = 0;
    current = NONE;
  }

  /** Bytes parsed, all but the last ones. */
  long passed() {
    return passed;
  }

  boolean isInRoot() {
    return inRoot;
  }

  /** Whether a document type was met so far, and the root element not yet. */
  boolean metDoctype(Location here) {
    count(here.getCharacterOffset());
    return !inRoot && hasDoctype();
  }

  /** The root element has been opened: from here on the parser counts right. */
  void enterRoot(Location here) {
    count(here.getCharacterOffset());
    inRoot = true;
    rootLine = here.getLineNumber();
    linesLost = line - rootLine;
    columnsLost = column - here.getColumnNumber();
  }

  /** Such as {@code line 13 column 4}, both from 1. */
  String at(Location here) {
    if (!inRoot) {
      count(here.getCharacterOffset());
      return "line %d column %d".formatted(line, column);
    }
    int lost = here.getLineNumber() == rootLine ? columnsLost : 0;
    return "line %d column %d".formatted(line(here), here.getColumnNumber() + lost);
  }

  /** The line alone, of what is in the root. */
  int line(Location here) {
    return here.getLineNumber() + linesLost;
  }

  private boolean hasDoctype() {
    return matched == DOCTYPE.length();
  }

  private void count(long until) {
    for (int i = counted; !inRoot && i < Math.min(current.length, until - passed); i++) {
      counted = i + 1;
      boolean newLine = current[i] == '\n';
      line += newLine ? 1 : 0;
      column = newLine ? 1 : column + 1;
      if (!hasDoctype()) {
        matched = current[i] == DOCTYPE.charAt(matched) ? matched + 1 : current[i] == '<' ? 1 : 0;
      }
    }
  }
}
