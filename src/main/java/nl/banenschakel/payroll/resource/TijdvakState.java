package nl.banenschakel.payroll.resource;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;

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
    boolean due) {

  /** What may be wrong with a tijdvak, as findings of a reconciliation are called. */
  enum Difference {
    /** No return, while contracts run. */
    PERIOD_MISSING
  }

  /** Codes of what is wrong with it (DOMAIN 6). What is expected and not yet due is not wrong. */
  List<String> differences() {
    return !returned && contractsRun && due ? List.of(Difference.PERIOD_MISSING.name()) : List.of();
  }
}
