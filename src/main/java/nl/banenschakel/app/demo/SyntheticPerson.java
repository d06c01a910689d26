package nl.banenschakel.app.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Tijdvak;

/**
 * Somebody who does not exist, as three administrations know this person.
 *
 * @param personnelNumber the employer's own number
 * @param bsn begins with 9999 and passes the 11-proef
 * @param listed whether the Werkgeversportaal showed the BSN
 * @param expected whether HR expects the person on the list
 * @param lkvRequested whether the wage return asks for the LKV
 * @param contracts as HR has them
 * @param paid verloonde uren in the wage returns; a tijdvak that lacks has no row
 */
public record SyntheticPerson(
    String personnelNumber,
    Bsn bsn,
    boolean listed,
    boolean expected,
    boolean lkvRequested,
    List<Contract> contracts,
    Map<Tijdvak, Integer> paid) {

  private static final int FIRST = 999_900_000;
  private static final int LAST = 999_999_999;

  /**
   * A contract.
   *
   * @param number the contract's own, where HR gives it one
   * @param end inclusive
   */
  public record Contract(
      Optional<String> number, LocalDate start, Optional<LocalDate> end, BigDecimal hoursPerWeek) {}

  /** Every BSN that begins with 9999: about nine thousand, of nobody. */
  public static Stream<Bsn> bsns() {
    return IntStream.rangeClosed(FIRST, LAST)
        .mapToObj(Integer::toString)
        .filter(Bsn::passesElfproef)
        .map(Bsn::parse);
  }
}
