package nl.banenschakel.platform.failure;

import java.util.List;

/**
 * Something on this machine is not as it must be, so the gateway does not start: a setting, a
 * keyset file, a norm. Its message is for the operator, has every mistake on a line of its own, and
 * never holds a secret.
 */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  /**
   * @param what what cannot be used, as the start of a sentence
   * @param mistakes at least one: where, and what is expected
   */
  public StartRefused(String what, List<String> mistakes) {
    super(what + ":\n  " + String.join("\n  ", mistakes), null, false, false);
    this.mistakes = List.copyOf(mistakes);
  }

  /** One mistake. */
  public StartRefused(String what, String mistake) {
    this(what, List.of(mistake));
  }

  /** Every mistake, in the order found. */
  public List<String> mistakes() {
    return mistakes;
  }
}
