package nl.banenschakel.year;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * What is not carried, or lacks in the new year. What it is about is there; all else is empty.
 *
 * @param id the same in every opening that says the same
 * @param tijdvak its code
 * @param norm its name
 * @param day the one that the reason speaks of
 */
record LeftBehind(
    UUID id,
    Reason reason,
    Optional<Loonheffingennummer> number,
    Optional<UUID> contract,
    Optional<UUID> person,
    Optional<String> personnelNumber,
    Optional<String> tijdvak,
    Optional<String> norm,
    Optional<LocalDate> day) {}
