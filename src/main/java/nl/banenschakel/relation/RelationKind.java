package nl.banenschakel.relation;

import java.util.Arrays;
import java.util.Locale;
import nl.banenschakel.kernel.Malformed;

/** In which way jobs come about (DOMAIN 2): it decides who receives a bonus and who pays opslag. */
public enum RelationKind {
  /** People are lent by a temporary-work agency (BW 7:690). */
  UITZEND,
  /** People are lent by a body for sheltered work (Wsw). */
  WSW,
  /** People are lent in any other way. */
  DETACHERING,
  /** Services, products or works are bought that a supplier's own people help deliver. */
  INKOOP;

  /**
   * Reads {@code uitzend}, {@code wsw}, {@code detachering} or {@code inkoop}.
   *
   * @throws Malformed when it is another word
   */
  public static RelationKind parse(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    "RELATION_KIND_UNKNOWN", "Expected uitzend, wsw, detachering or inkoop."));
  }

  /** As the contract writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether people are lent: hirer and lender may know who they are (Wfsv 38g, seventh paragraph).
   */
  public boolean isHireIn() {
    return this != INKOOP;
  }
}
