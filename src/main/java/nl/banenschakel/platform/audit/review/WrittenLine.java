package nl.banenschakel.platform.audit.review;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A line as it was written.
 *
 * @param loggedAt when it was written: just before the answer left
 * @param by who asked
 * @param operation as in the contract
 * @param outcome answered or refused
 * @param status of the answer
 * @param code why it was refused
 * @param resource what was asked for
 * @param ground why it may be read at all
 * @param persons how many people the answer told of, where that is known
 * @param personIds who they were, where they are few
 * @param request as in the header {@code Request-Id}
 * @param traceparent where it stood in a chain of calls
 */
record WrittenLine(
    UUID id,
    OffsetDateTime loggedAt,
    Reader by,
    String operation,
    String outcome,
    int status,
    Optional<String> code,
    Optional<UUID> resource,
    Ground ground,
    Optional<Integer> persons,
    List<UUID> personIds,
    UUID request,
    Optional<String> traceparent) {

  /**
   * Who asked, as the token said.
   *
   * @param client through which system
   * @param representative of which organisation, where that acted for this one by a mandate
   */
  record Reader(
      String subject, Optional<String> client, List<String> roles, Optional<UUID> representative) {}

  /**
   * Why it may be read: empty where nobody could be told of.
   *
   * @param activity of processing
   * @param basis legal ground
   */
  record Ground(Optional<String> activity, Optional<String> basis) {}
}
