package nl.banenschakel.platform.audit;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Where one request stands in a chain of calls (W3C Trace Context): the trace that the sender named
 * and a span of our own, to write down and to give on to whoever is called for this request.
 *
 * @param text version 00, trace, our span, and whether the sender keeps this trace
 */
public record TraceParent(String text) {
  /** The header, in a request to us and in one of ours. */
  public static final String HEADER = "traceparent";

  /** A higher version may say more behind a hyphen, which is not read. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(?:-.*)?",
          Pattern.DOTALL);

  private static final Pattern DIGITS = Pattern.compile("\\d*");
  private static final int VERSION_00_CHARS = 55;
  private static final int TRACE_AT = 3;
  private static final int TRACE_CHARS = 32;
  private static final int SAMPLED = 1;

  /**
   * Goes on with the trace that a request names, or else begins one. What is no trace id is not
   * kept: nor is one of decimal digits only, which is somebody's number and no random one.
   *
   * @param values of the header in one request
   * @param request its id, from which a trace of our own gets its name
   */
  public static TraceParent of(List<String> values, UUID request) {
    var sent = values.size() == 1 ? values.get(0).strip() : "";
    var read = FORM.matcher(sent);
    boolean exact = !sent.startsWith("00") || sent.length() == VERSION_00_CHARS;
    if (read.matches() && exact && !DIGITS.matcher(read.group(1)).matches()) {
      boolean sampled = (Integer.parseInt(read.group(2), 16) & SAMPLED) != 0;
      return new TraceParent(text(read.group(1), sampled));
    }
    return new TraceParent(text(request.toString().replace("-", ""), false));
  }

  /** The trace: 32 hexadecimal digits. */
  public String trace() {
    return text.substring(TRACE_AT, TRACE_AT + TRACE_CHARS);
  }

  private static String text(String trace, boolean sampled) {
    long span = ThreadLocalRandom.current().nextLong() | 1; // never all zeros
    return "00-%s-%016x-0%d".formatted(trace, span, sampled ? 1 : 0);
  }
}
