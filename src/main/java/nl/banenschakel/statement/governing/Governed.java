package nl.banenschakel.statement.governing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which version of an agreement governed a statement when it was taken in: that stays so, whatever
 * the two agree on later.
 *
 * @param firstDay of the statement's days on which it was in force
 * @param lastDay inclusive
 */
public record Governed(UUID agreement, int version, LocalDate firstDay, LocalDate lastDay) {}
