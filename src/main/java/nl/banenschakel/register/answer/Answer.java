package nl.banenschakel.register.answer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.register.EvidenceSource;

/**
 * An answer about one person: evidence, never changed.
 *
 * @param id its address
 * @param number the loonheffingennummer that asked
 * @param person whom it is about
 * @param peildatum the day it speaks of
 * @param updatedTo until when the register itself was up to date, if it said so
 * @param source where it was read
 * @param receivedAt when it was first delivered
 * @param receivedBy by whom
 */
record Answer(
    UUID id,
    Loonheffingennummer number,
    UUID person,
    LocalDate peildatum,
    Registration registration,
    Optional<LocalDate> updatedTo,
    EvidenceSource source,
    OffsetDateTime receivedAt,
    String receivedBy) {}
