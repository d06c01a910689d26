package nl.banenschakel.payroll.resource;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.payroll.total.Difference;

/**
 * Where the wage returns of one payroll stand for a tijdvak.
 *
 * @param tijdvak which one
 * @param returned whether a full or supplementary return is there
 * @param messages how many messages speak of it
 * @param latestSentAt DatTdAanm of the last of them by the sender's order
 * @param versions of relationships, withdrawals among them, in force or not
 * @param relationships in force
 * @param anonymous of these, how many have no BSN
 * @param hours of the relationships in force, of every kind of income
 * @param contractsRun whether a contract has a day in it
 * @param due whether its return should have been filed by then
 * @param totalDiffers whether a control total of the sender says something else
 */
record TijdvakState(
    Tijdvak tijdvak,
    boolean returned,
    int messages,
    Optional<LocalDateTime> latestSentAt,
    long versions,
    long relationships,
    long anonymous,
    VerloondeUren hours,
    boolean contractsRun,
    boolean due,
    boolean totalDiffers) {

  /** Codes of what is wrong with it (DOMAIN 6). What is expected and not yet due is not wrong. */
  List<String> differences() {
    var differences = new ArrayList<String>();
    if (!returned && contractsRun && due) {
      differences.add(Difference.PERIOD_MISSING.name());
    }
    if (totalDiffers) {
      differences.add(Difference.RETURN_TOTAL_DIFFERS.name());
    }
    return differences;
  }
}
