package nl.banenschakel.platform.stream;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.banenschakel.platform.failure.Failure;

/** Room for so many pieces of work at the same moment: who finds it full is sent away. */
public final class Room {
  private final int placesMax;
  private final String full;
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * Nobody is in it.
   *
   * @param full what is said to who finds it full
   */
  public Room(int placesMax, String full) {
    this.placesMax = placesMax;
    this.full = full;
  }

  /**
   * Does the work where there is a place, and gives that back when it is done or has failed.
   *
   * @throws Failure.Unavailable through the future when there is none
   */
  public <T> Future<T> admit(Supplier<Future<T>> work) {
    if (taken.incrementAndGet() > placesMax) {
      taken.decrementAndGet();
      return Future.failedFuture(new Failure.Unavailable(full));
    }
    // Inside the chain: whatever it throws is a failure too, and gives the place back.
    return Future.succeededFuture()
        .compose(begun -> work.get())
        .onComplete(done -> taken.decrementAndGet());
  }
}
