package nl.banenschakel.agreement.worked;

import nl.banenschakel.agreement.outcome.HoursOfYear;
import nl.banenschakel.kernel.WorkedHours;

/**
 * Hours that stand of a calendar year in a relation; a line that spans its turn is of the year in
 * which it ends.
 *
 * @param hours that count, of each person to whole hours, as a wage return has verloonde uren
 * @param counting the same before they were rounded
 * @param unmapped of types that nobody has said of yet whether they count
 * @param confirmed that count and on which both, or the receiver's silence, agree
 */
public record StatedYear(
    int year,
    HoursOfYear hours,
    WorkedHours counting,
    WorkedHours unmapped,
    WorkedHours confirmed) {}
