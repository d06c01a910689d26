package nl.banenschakel.platform.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;

/**
 * A job to be done.
 *
 * @param kind who does it: the {@link Job} of this kind
 * @param payload what it is about: ids and the like, never a BSN
 * @param dueAt not before; empty: as soon as possible
 * @param key of jobs of one kind and key one waits and one runs; one that failed while the next one
 *     waits is on its own from then on; empty: each is on its own
 */
public record JobDraft(
    String kind, Map<String, String> payload, Optional<Instant> dueAt, Optional<String> key) {
  static final int MEMBERS_MAX = 20;
  static final int TEXT_CHARS_MAX = 1_000;
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,62}");

  /**
   * A defect of the caller's is refused here.
   *
   * @throws IllegalArgumentException when a limit is passed or a text holds a BSN
   */
  public JobDraft {
    payload = Map.copyOf(payload);
    require(KIND.matcher(kind).matches(), "The kind of a job is lower case and hyphens.");
    require(payload.size() <= MEMBERS_MAX, "The payload of a job has too many members.");
    payload.values().forEach(JobDraft::requireText);
    key.ifPresent(JobDraft::requireText);
  }

  /** Due at once, and on its own. */
  public static JobDraft of(String kind, Map<String, String> payload) {
    return new JobDraft(kind, payload, Optional.empty(), Optional.empty());
  }

  /** The same, not before a moment. */
  public JobDraft at(Instant due) {
    return new JobDraft(kind, payload, Optional.of(due), key);
  }

  /**
   * The same, unless one of its kind waits under this key already: that one then does for both, at
   * the earlier of the two moments and with its own payload. It waits until one that runs has
   * ended.
   */
  public JobDraft once(String waitingKey) {
    return new JobDraft(kind, payload, dueAt, Optional.of(waitingKey));
  }

  private static void requireText(String text) {
    require(text.length() <= TEXT_CHARS_MAX, "A text of a job is too long.");
    require(!Bsn.occursBesideIds(text), "A text of a job holds a BSN.");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
