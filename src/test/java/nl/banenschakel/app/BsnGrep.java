package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds BSNs in bytes, however they are written: bare, in groups, percent-encoded, as hexadecimal
 * text, in base64 at any of its three offsets.
 */
final class BsnGrep {
  private static final int KEY_BYTES = 4;
  private static final String[] SEPARATORS = {".", " ", "-", ",", "\u00A0", "%20", "+", "%2E"};

  /** By their first four bytes. */
  private final Map<Integer, List<Pattern>> patterns = new HashMap<>();

  private record Pattern(Buffer form, String name) {}

  /** Looks for these, which are told apart by what was done with them. */
  BsnGrep(Map<String, String> bsnsByUse) {
    bsnsByUse.forEach((use, bsn) -> forms(bsn).forEach(form -> add(use, form)));
  }

  /** Looks for these bytes too, also as hexadecimal text. */
  BsnGrep bytes(String use, byte[] form) {
    add(use, form);
    add(use, HexFormat.of().formatHex(form));
    return this;
  }

  /** Every form in which a BSN might show. */
  static Set<String> forms(String bsn) {
    var forms = new TreeSet<String>();
    forms.add(bsn);
    for (var separator : SEPARATORS) {
      forms.add(grouped(bsn, separator, 3, 6));
      forms.add(grouped(bsn, separator, 4, 6));
    }
    if (bsn.startsWith("0")) {
      forms.add(bsn.substring(1));
    }
    forms.add(HexFormat.of().formatHex(bsn.getBytes(ISO_8859_1)));
    for (int before = 0; before < 3; before++) {
      forms.add(base64(bsn, before));
    }
    return forms;
  }

  /** The uses whose BSN is in these bytes. */
  Set<String> found(byte[] bytes) {
    var found = new TreeSet<String>();
    int key = 0;
    for (int i = 0; i < bytes.length; i++) {
      key = (key << 8) | (bytes[i] & 0xFF);
      var candidates = patterns.get(key);
      if (candidates != null) {
        int from = i - KEY_BYTES + 1;
        candidates.stream()
            .filter(it -> isAt(it.form(), bytes, from))
            .forEach(it -> found.add(it.name()));
      }
    }
    return found;
  }

  /** The uses whose BSN is in this text. */
  Set<String> found(String text) {
    return found(text.getBytes(UTF_8));
  }

  private void add(String use, String form) {
    add(use, form.getBytes(UTF_8));
  }

  private void add(String use, byte[] form) {
    int key = 0;
    for (int i = 0; i < KEY_BYTES; i++) {
      key = (key << 8) | (form[i] & 0xFF);
    }
    patterns
        .computeIfAbsent(key, k -> new ArrayList<>())
        .add(new Pattern(Buffer.buffer(form), use));
  }

  private static boolean isAt(Buffer pattern, byte[] bytes, int from) {
    if (from < 0 || from + pattern.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      if (bytes[from + i] != pattern.getByte(i)) {
        return false;
      }
    }
    return true;
  }

  private static String grouped(String bsn, String separator, int first, int second) {
    return bsn.substring(0, first)
        + separator
        + bsn.substring(first, second)
        + separator
        + bsn.substring(second);
  }

  /** What stays the same in base64 whatever stands around it. */
  private static String base64(String bsn, int bytesBefore) {
    var encoded =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(("\0".repeat(bytesBefore) + bsn).getBytes(ISO_8859_1));
    int certain = (bytesBefore + bsn.length()) * 8 / 6;
    return encoded.substring((bytesBefore * 8 + 5) / 6, certain);
  }
}
