package nl.banenschakel.platform.client;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;

/**
 * What another server answered, whatever the status.
 *
 * @param contentType bare and in lower case; empty where it said none
 * @param retryAfter how long it asks us to wait, where it said so in seconds
 * @param body whole, within the limit
 */
public record UpstreamAnswer(
    int status, String contentType, Optional<Duration> retryAfter, Buffer body) {}
