package nl.banenschakel.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * A list that the register gave: evidence, never changed.
 *
 * @param id its address
 * @param number the loonheffingennummer that was asked
 * @param peildatum the day the list speaks of
 * @param updatedTo until when the register itself was up to date, if it said so
 * @param source where it was read
 * @param lines data rows of the list as delivered
 * @param persons different people on it
 * @param receivedAt when it was first delivered
 * @param receivedBy by whom
 */
public record Snapshot(
    UUID id,
    Loonheffingennummer number,
    LocalDate peildatum,
    Optional<LocalDate> updatedTo,
    EvidenceSource source,
    int lines,
    int persons,
    OffsetDateTime receivedAt,
    String receivedBy) {}
