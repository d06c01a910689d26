package nl.banenschakel.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import nl.banenschakel.platform.auth.Caller;

/** Who is signed in, in the memory of this process. Safe for use by several event loops. */
final class Sessions {
  static final int SESSIONS_MAX = 1_000;

  /** Without a request for so long, a session ends. */
  static final Duration IDLE_MAX = Duration.ofMinutes(15);

  /** However busy, after so long it ends. */
  static final Duration LIFETIME = Duration.ofHours(8);

  private final InstantSource clock;

  /** By digest; in order of last use, and so of expiry by idleness. */
  private final LinkedHashMap<ByteBuffer, Session> sessions = new LinkedHashMap<>();

  private record Session(Caller caller, Instant begun, Instant used) {

    boolean isOver(Instant now) {
      return !now.isBefore(begun.plus(LIFETIME)) || !now.isBefore(used.plus(IDLE_MAX));
    }
  }

  Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /** Begins one; of too many the one that was idle longest ends. */
  synchronized Secret begin(Caller caller) {
    var now = clock.instant();
    sessions.values().removeIf(session -> session.isOver(now));
    if (sessions.size() >= SESSIONS_MAX) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    var id = Secret.fresh();
    sessions.put(id.digest(), new Session(caller, now, now));
    return id;
  }

  /** Whose it is, unless it is over; counts as use. */
  synchronized Optional<Caller> caller(Secret id) {
    var now = clock.instant();
    var session = sessions.remove(id.digest());
    if (session == null || session.isOver(now)) {
      return Optional.empty();
    }
    sessions.put(id.digest(), new Session(session.caller(), session.begun(), now));
    return Optional.of(session.caller());
  }

  synchronized void end(Secret id) {
    sessions.remove(id.digest());
  }
}
