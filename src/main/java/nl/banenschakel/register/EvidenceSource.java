package nl.banenschakel.register;

import java.util.Arrays;
import nl.banenschakel.kernel.Malformed;

/** Where evidence from the register was read. */
public enum EvidenceSource {
  /** In the Werkgeversportaal, by somebody. */
  PORTAL("portal"),
  /** In a letter or a call from UWV. */
  UWV("uwv"),
  /** Fetched by the gateway through a bridge; nobody delivers such evidence. */
  CONNECTOR("connector");

  private final String text;

  EvidenceSource(String text) {
    this.text = text;
  }

  /**
   * Reads what somebody who delivers evidence may say.
   *
   * @throws Malformed when it is not one of them
   */
  public static EvidenceSource parse(String text) {
    return Arrays.stream(values())
        .filter(source -> source != CONNECTOR && source.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new Malformed("SOURCE_UNKNOWN", "Expected portal or uwv."));
  }

  /** As it is stored. */
  public static EvidenceSource stored(String text) {
    return Arrays.stream(values())
        .filter(source -> source.text.equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** As it is stored and answered. */
  public String text() {
    return text;
  }
}
