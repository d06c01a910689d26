package nl.banenschakel.register.check;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether somebody is in the register, by whom that was told and of which day it speaks.
 *
 * @param isRegistered today, as far as the answer tells: not once its last day has passed
 * @param peildatum the day the answer speaks of
 * @param updatedTo until when the register itself was up to date, if it said so
 * @param from first day of the registration, where it was told
 * @param until last day of it, where it was told
 * @param evidence where the answer can be read; empty: the register was asked just now
 */
record Check(
    boolean isRegistered,
    LocalDate peildatum,
    Optional<LocalDate> updatedTo,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<String> evidence) {}
