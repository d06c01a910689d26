package nl.banenschakel.register;

import java.time.LocalDate;
import java.util.Optional;
import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * Which list it is.
 *
 * @param number the loonheffingennummer that was asked
 * @param peildatum the day the list speaks of
 * @param updatedTo until when the register itself was up to date, if it said so
 */
public record SnapshotDraft(
    Loonheffingennummer number, LocalDate peildatum, Optional<LocalDate> updatedTo) {}
