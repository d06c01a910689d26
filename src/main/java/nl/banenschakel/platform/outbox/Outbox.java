package nl.banenschakel.platform.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Endpoints;

/** Where events are put, and where other systems read them. */
public final class Outbox {
  /** Events that one reading gives their numbers at most: those beyond wait for the next. */
  private static final int NUMBERED_MAX = 10_000;

  private final Db db;
  private final String source;
  private final EventRepository events = new EventRepository();

  /**
   * Over a database.
   *
   * @param source who tells, in every event: a URI
   */
  public Outbox(Db db, String source) {
    this.db = db;
    this.source = source;
  }

  /**
   * Tells of something with all else that the transaction does, for its tenant.
   *
   * @param type {@code nl.banenafspraak.<thing>-<what happened>.v1}
   * @param address where the thing can be read, such as {@code /v1/register-snapshots/<id>}
   * @param data small facts that save the reader a call; never about a person
   * @throws IllegalArgumentException when one has another form or holds a BSN
   */
  public Future<Void> add(Tx tx, String type, String address, Map<String, String> data) {
    return addForBoth(tx, Optional.empty(), type, address, data);
  }

  /**
   * As {@link #add}, of something that the tenant shares with another organisation: that one reads
   * the event too, in the order of its own.
   *
   * @param other empty: nobody but the tenant is to know
   */
  public Future<Void> addForBoth(
      Tx tx, Optional<UUID> other, String type, String address, Map<String, String> data) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return events.add(tx, id, other, new EventDraft(type, address, data));
  }

  /** Adds the operation that reads. */
  public void mount(Endpoints http) {
    new EventRoutes(this, source).mount(http);
  }

  /**
   * The caller's organisation's events in order, from the one after a given one.
   *
   * @return fails with {@link Failure.NotFound} when there is no such event
   */
  Future<List<Event>> list(Caller caller, Optional<UUID> after, int limit) {
    var tenant = caller.organisation();
    return number(tenant)
        .compose(
            numbered ->
                db.tx(
                    tenant, tx -> start(tx, after).compose(from -> events.list(tx, from, limit))));
  }

  /** In a transaction of its own: others wait for the numbers, and only for them. */
  private Future<Void> number(UUID tenant) {
    return db.tx(tenant, events::hasUnnumbered)
        .compose(
            there ->
                there
                    ? db.tx(tenant, tx -> events.number(tx, NUMBERED_MAX))
                    : Future.succeededFuture());
  }

  private Future<Long> start(Tx tx, Optional<UUID> after) {
    return after
        .map(
            event ->
                events.sequence(tx, event).map(found -> found.orElseThrow(Failure.NotFound::new)))
        .orElseGet(() -> Future.succeededFuture(0L));
  }
}
