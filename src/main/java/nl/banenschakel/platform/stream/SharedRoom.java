package nl.banenschakel.platform.stream;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.banenschakel.platform.failure.Failure;

/** A room of which one organisation may fill a share, and no more. */
public final class SharedRoom {
  private final Room room;
  private final int shareMax;

  /** How many places each organisation has taken: none of which nothing is under way. */
  private final Map<UUID, Integer> taken = new ConcurrentHashMap<>();

  /**
   * @param shareMax places of one organisation
   */
  public SharedRoom(Room room, int shareMax) {
    this.room = room;
    this.shareMax = shareMax;
  }

  /**
   * As {@link Room#admit}, for an organisation.
   *
   * @throws Failure.Unavailable through the future when its places are taken, or all of them are
   */
  public <T> Future<T> admit(UUID organisation, Supplier<Future<T>> work) {
    if (taken.merge(organisation, 1, Integer::sum) > shareMax) {
      leave(organisation);
      return Future.failedFuture(
          new Failure.Unavailable(
              "Your organisation has taken as many places as it may: try again shortly."));
    }
    return room.admit(work).onComplete(done -> leave(organisation));
  }

  private void leave(UUID organisation) {
    taken.computeIfPresent(organisation, (id, places) -> places > 1 ? places - 1 : null);
  }
}
