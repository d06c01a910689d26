package nl.banenschakel.year;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A year as it was opened, or refreshed.
 *
 * @param number 1 when it was opened, and one more with each refresh
 * @param asOf it says what was known at this moment
 * @param day by which was judged what is due, and what is old
 * @param openedBy the client or person that asked for it
 */
record Opening(int year, int number, OffsetDateTime asOf, LocalDate day, String openedBy) {}
