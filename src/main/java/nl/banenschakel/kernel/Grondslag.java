package nl.banenschakel.kernel;

import java.util.regex.Pattern;

/**
 * The ground of a registration in the doelgroepregister: why somebody is in it. It tells about a
 * disability, no party needs it, and it is never taken in: a file with a column for it is refused
 * (DOMAIN 3.5).
 */
public final class Grondslag {
  /** The code of a refusal. */
  public static final String REFUSED = "GROUND_COLUMN";

  private static final String WHY =
      "(grondslag|ground|grond|reden|reason|soort|categorie|category)";
  private static final String REGISTER =
      "(doelgroep|register|registratie|registration|banenafspraak|indicatie|targetgroup)";

  /**
   * Letters and digits only. Words alone where payroll uses them otherwise, as in
   * pensioengrondslag.
   */
  private static final Pattern NAMED =
      Pattern.compile(
          "grondslag|grond|ground|.*"
              + WHY
              + ".*"
              + REGISTER
              + ".*|.*"
              + REGISTER
              + ".*"
              + WHY
              + ".*"
              + "|.*(wajong|beschutwerk|participatiewet|praktijkroute|praktijkonderwijs|provso).*"
              + "|.*(arbeidsbeperking|arbeidshandicap|arbeidsgehandicapt|disability|handicap).*"
              + "|wsw|wswindicatie|indicatiewsw|wiw|vso|idbaan|wiwidbaan|idbaanwiw");

  private Grondslag() {}

  /**
   * Whether a column with this name is for the ground.
   *
   * @param normalName lower case, without anything but letters and digits
   */
  public static boolean isNamedBy(String normalName) {
    return NAMED.matcher(normalName).matches();
  }

  /** What is said of a column with such a name. */
  public static Malformed refused() {
    return new Malformed(
        REFUSED,
        "This column is about why somebody is registered. That may not be taken in: leave it out.");
  }
}
