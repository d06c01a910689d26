package nl.banenschakel.platform.job;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A job that failed too often, or for good.
 *
 * @param kind who was to do it
 * @param attempts how often it was tried
 * @param reason a code: why the last attempt failed
 */
public record DeadJob(
    UUID id,
    String kind,
    int attempts,
    String reason,
    OffsetDateTime enqueuedAt,
    OffsetDateTime diedAt) {}
