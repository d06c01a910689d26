package nl.banenschakel.statement.hourtype;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import nl.banenschakel.kernel.WorkedHours;

/**
 * A type that the table does not have, or not yet on the days of some lines.
 *
 * @param name as it was sent
 * @param lines that wait for it, in statements that stand
 * @param hours of those
 * @param firstDay of the first of them: the table has to have the type from then on
 * @param since when the first of them came
 */
record UnmappedType(
    String name, int lines, WorkedHours hours, LocalDate firstDay, OffsetDateTime since) {}
