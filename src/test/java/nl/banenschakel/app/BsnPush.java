package nl.banenschakel.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.banenschakel.kernel.Bsn;

/**
 * Ways of sending a BSN to the gateway, each with a BSN of its own: where one shows up, it is known
 * what brought it there. All are of the range that is never given out.
 */
final class BsnPush {
  private static final int FIRST = 999_950_000;

  private final Map<String, String> bsnsByUse = new LinkedHashMap<>();
  private final List<Runnable> pushes = new ArrayList<>();
  private int next = FIRST;

  /** Adds a way; it is given a BSN that nothing else uses. */
  void add(String use, Consumer<String> push) {
    var bsn = fresh();
    if (bsnsByUse.put(use, bsn) != null) {
      throw new IllegalArgumentException("There is already a push called " + use);
    }
    pushes.add(() -> push.accept(bsn));
  }

  /** Does all of it. */
  void run() {
    pushes.forEach(Runnable::run);
  }

  /** Which BSN was used for what. */
  Map<String, String> bsnsByUse() {
    return Map.copyOf(bsnsByUse);
  }

  /** A BSN that nothing uses yet. */
  String fresh() {
    do {
      next++;
    } while (!Bsn.passesElfproef(String.valueOf(next)));
    return String.valueOf(next);
  }

  static String dotted(String bsn) {
    return bsn.substring(0, 4) + "." + bsn.substring(4, 6) + "." + bsn.substring(6);
  }

  static String spaced(String bsn) {
    return bsn.substring(0, 3) + " " + bsn.substring(3, 6) + " " + bsn.substring(6);
  }

  /** The text followed by a byte that is no UTF-8. */
  static byte[] broken(String text) {
    return (text + "\u00C3").getBytes(StandardCharsets.ISO_8859_1);
  }
}
