package nl.banenschakel.register.connector;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether one person is in the register.
 *
 * @param isIn on the peildatum
 * @param peildatum the day the answer speaks of
 * @param from first day of the registration, as far as it lies in this calendar year or the last
 *     one
 * @param until last day of it, where an end within these years is known
 * @param updatedTo until when the register itself was up to date, if it said so
 */
public record BridgeAnswer(
    boolean isIn,
    LocalDate peildatum,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<LocalDate> updatedTo) {}
