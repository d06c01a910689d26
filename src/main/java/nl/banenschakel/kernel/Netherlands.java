package nl.banenschakel.kernel;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where days begin: the register, wage returns and the law count days of the Netherlands. */
public final class Netherlands {
  /** Its clocks. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private Netherlands() {}

  /** The day it is there by a clock. */
  public static LocalDate today(InstantSource clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
