package nl.banenschakel.platform.stream.csv;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.banenschakel.platform.failure.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Finds where records end: at a line end (CRLF, LF or CR) that is not inside quotes. Keeps the text
 * of whole records for the parser, and the mistakes of those that are none. The separator is the
 * one of semicolon, comma and tab that the first record has most often outside quotes, unless a
 * line {@code sep=;} before it tells.
 */
final class CsvScanner {
  static final int RECORD_CHARS_MAX = 1_000;

  private static final String SEPARATORS = ";,\t";
  private static final char QUOTE = '"';

  /** Excel's own way to tell the separator; the line may be in quotes. */
  private static final Pattern TOLD = Pattern.compile("(?i)\"?sep=([;,\t|])\"?");

  private final int[] occurrences = new int[SEPARATORS.length()];
  private char separator;
  private List<Scanned> scanned = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private int line = 1;
  private char previous;
  private Where where = Where.FIELD_START;
  private boolean skipping;
  private int recordLine = 1;
  private int recordStart;
  private @Nullable Violation mistake;

  private enum Where {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  /**
   * A record that has ended.
   *
   * @param line where it starts, from 1
   * @param length characters of text, 0 when it is a mistake
   */
  record Scanned(int line, int length, @Nullable Violation mistake) {}

  void scan(CharBuffer chars) {
    while (chars.hasRemaining()) {
      next(chars.get());
    }
  }

  /** The last record may lack a line end. */
  void end() {
    if (where == Where.QUOTED && !skipping) {
      mistake(
          recordLine,
          "QUOTE_UNCLOSED",
          "A quote opens in this record and is not closed before the file ends.");
    }
    finish();
  }

  /** What was found since the last call, in the order of the file. */
  List<Scanned> take() {
    var taken = scanned;
    scanned = new ArrayList<>();
    return taken;
  }

  /** The text of the records found since the last call, each with a line end. */
  String takeText() {
    var taken = text.substring(0, recordStart);
    text.delete(0, recordStart);
    recordStart = 0;
    return taken;
  }

  /** Known when the first record has ended. */
  char separator() {
    return separator == 0 ? SEPARATORS.charAt(0) : separator;
  }

  private void next(char c) {
    boolean secondOfPair = c == '\n' && previous == '\r';
    previous = c;
    if (secondOfPair) {
      if (where == Where.QUOTED) {
        append(c);
      }
    } else if (c == '\n' || c == '\r') {
      lineEnd(c);
    } else if (!skipping) {
      character(c);
    }
  }

  private void lineEnd(char c) {
    line++;
    boolean inQuotes = where == Where.QUOTED && !skipping;
    if (inQuotes) {
      append(c);
    }
    if (!inQuotes || skipping) {
      finish();
    }
  }

  private void character(char c) {
    if (c == 0) {
      mistake(line, "NUL_BYTE", "This line holds a NUL byte. Save the file as CSV UTF-8.");
    } else if (c == CsvText.MALFORMED) {
      mistake(
          line,
          "CHARSET_MIXED",
          "This line holds bytes of another character set than the rest. Save the file as CSV UTF-8.");
    }
    where = after(c);
    append(c);
  }

  private Where after(char c) {
    boolean separates = separates(c);
    var outside = separates ? Where.FIELD_START : Where.PLAIN;
    if (where == Where.AFTER_QUOTE && c != QUOTE && !separates) {
      strayQuote();
    }
    return switch (where) {
      case FIELD_START -> c == QUOTE ? Where.QUOTED : outside;
      case PLAIN -> outside;
      case QUOTED -> c == QUOTE ? Where.AFTER_QUOTE : Where.QUOTED;
      case AFTER_QUOTE -> c == QUOTE ? Where.QUOTED : outside;
    };
  }

  /** In the first record all three separate; they are counted. */
  private boolean separates(char c) {
    if (separator != 0) {
      return c == separator;
    }
    int which = SEPARATORS.indexOf(c);
    if (which >= 0 && where != Where.QUOTED) {
      occurrences[which]++;
    }
    return which >= 0;
  }

  private void append(char c) {
    text.append(c);
    if (text.length() - recordStart > RECORD_CHARS_MAX) {
      mistake(
          recordLine,
          "LINE_TOO_LONG",
          "This record is over 1,000 characters. Perhaps a quote is not closed.");
      text.setLength(recordStart);
      skipping = true;
    }
  }

  private void strayQuote() {
    mistake(
        recordLine,
        "QUOTE_STRAY",
        "After a closing quote comes a separator or a line end; a quote inside quotes is doubled.");
  }

  /** One mistake a record: the first often causes the others. */
  private void mistake(int at, String code, String detail) {
    if (mistake == null) {
      mistake = new Violation("line " + at, code, detail);
    }
  }

  private void finish() {
    if (separator == 0 && text.length() > recordStart) {
      findSeparator();
    }
    if (mistake != null) {
      text.setLength(recordStart);
      scanned.add(new Scanned(recordLine, 0, mistake));
    } else if (text.length() > recordStart) {
      text.append('\n');
      scanned.add(new Scanned(recordLine, text.length() - recordStart, null));
    }
    recordStart = text.length();
    recordLine = line;
    where = Where.FIELD_START;
    skipping = false;
    mistake = null;
  }

  private void findSeparator() {
    var told = TOLD.matcher(text.substring(recordStart));
    if (told.matches()) {
      separator = told.group(1).charAt(0);
      text.setLength(recordStart);
      mistake = null;
    } else {
      separator = mostFrequent();
      scanAgain();
    }
  }

  /**
   * The first record, now that the separator is known: its quotes may have to be read otherwise.
   */
  private void scanAgain() {
    where = Where.FIELD_START;
    for (int i = recordStart; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '\n' || c == '\r') && where != Where.QUOTED) {
        strayQuote();
      }
      where = after(c);
    }
    if (where == Where.QUOTED) {
      strayQuote();
    }
  }

  private char mostFrequent() {
    int most = 0;
    for (int i = 1; i < occurrences.length; i++) {
      most = occurrences[i] > occurrences[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }
}
