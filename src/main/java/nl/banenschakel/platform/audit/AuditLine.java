package nl.banenschakel.platform.audit;

import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;

/**
 * That somebody was told something of people, or was refused. Holds no value that was sent or told:
 * ids of ours, and what the caller's token says of the caller.
 *
 * @param caller whose organisation the line is of
 * @param operation as in the contract
 * @param status of the answer
 * @param code why it was refused; empty: it was answered
 * @param resource what was asked for, where the request named one thing
 * @param request as in the log and in the header {@code Request-Id}
 */
public record AuditLine(
    Caller caller,
    String operation,
    Reads reads,
    int status,
    Optional<String> code,
    Optional<UUID> resource,
    People people,
    UUID request,
    TraceParent trace) {}
