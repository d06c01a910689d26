package nl.banenschakel.statement.link;

import java.util.Arrays;
import java.util.Locale;
import nl.banenschakel.kernel.Malformed;

/** Why a sender may process somebody's BSN. */
enum LegalGround {
  /** The sender employs the person and withholds wage tax (Wet op de loonbelasting 1964, 28). */
  WET_LB_28,
  /** The register told the sender as the employer (Wfsv 38d, seventh paragraph). */
  WFSV_38D_7;

  /**
   * Reads {@code wet-lb-28} or {@code wfsv-38d-7}.
   *
   * @throws Malformed when it is another word
   */
  static LegalGround parse(String text) {
    return Arrays.stream(values())
        .filter(ground -> ground.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new Malformed("LEGAL_GROUND_UNKNOWN", "Expected wet-lb-28 or wfsv-38d-7."));
  }

  /** As the contract writes it. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
