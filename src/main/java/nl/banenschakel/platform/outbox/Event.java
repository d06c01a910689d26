package nl.banenschakel.platform.outbox;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened, as it is read.
 *
 * @param sequence its place among the organisation's events: what comes later has a higher one
 * @param loggedAt when it was written down
 */
record Event(
    long sequence,
    UUID id,
    String type,
    String subject,
    String dataAddress,
    Map<String, String> data,
    OffsetDateTime loggedAt) {}
