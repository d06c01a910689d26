package nl.banenschakel.platform.audit;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Defects;
import nl.banenschakel.platform.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines to the database. An organisation's line is written at once; those that come while it
 * is being written go together in the next transaction: so a busy organisation costs few commits,
 * and a quiet one does not wait. Safe for several event loops.
 */
public final class AuditLog implements Audit {
  /** Lines that wait in this process: beyond it nothing more is answered for a while. */
  static final int WAITING_MAX = 5_000;

  /** Lines of one transaction. */
  static final int GROUP_MAX = 500;

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  private final Vertx vertx;
  private final Db db;
  private final AuditRepository lines = new AuditRepository();
  private final Map<UUID, Queue<Waiting>> queues = new HashMap<>();
  private int waiting;

  private record Waiting(AuditLine line, Promise<Void> written) {}

  /** Over the database of the app role. */
  public AuditLog(Vertx vertx, Db db) {
    this.vertx = vertx;
    this.db = db;
  }

  /** Fails with {@link Failure.Unavailable} only. */
  @Override
  public Future<Void> write(AuditLine line) {
    var asked = vertx.getOrCreateContext();
    Promise<Void> written = Promise.promise();
    Promise<Void> told = Promise.promise();
    written.future().onComplete(done -> asked.runOnContext(here -> told.handle(done)));
    switch (admit(line, written)) {
      case FULL -> written.fail(unavailable());
      case FIRST -> writeGroup(line.caller().organisation());
      case NEXT -> {}
    }
    return told.future();
  }

  private enum Place {
    FIRST,
    NEXT,
    FULL
  }

  private synchronized Place admit(AuditLine line, Promise<Void> written) {
    if (waiting >= WAITING_MAX) {
      return Place.FULL;
    }
    waiting++;
    var tenant = line.caller().organisation();
    boolean isFirst = !queues.containsKey(tenant);
    queues.computeIfAbsent(tenant, key -> new ArrayDeque<>()).add(new Waiting(line, written));
    return isFirst ? Place.FIRST : Place.NEXT;
  }

  /** Empty when nothing waits any more: then whoever comes next is the first. */
  private synchronized List<Waiting> take(UUID tenant) {
    var queue = queues.getOrDefault(tenant, new ArrayDeque<>());
    var group = new ArrayList<Waiting>();
    while (group.size() < GROUP_MAX && !queue.isEmpty()) {
      group.add(queue.remove());
    }
    waiting -= group.size();
    if (group.isEmpty()) {
      queues.remove(tenant);
    }
    return group;
  }

  private void writeGroup(UUID tenant) {
    var group = take(tenant);
    if (group.isEmpty()) {
      return;
    }
    db.tx(tenant, tx -> lines.add(tx, group.stream().map(Waiting::line).toList()))
        .recover(AuditLog::lost)
        .onComplete(
            done -> {
              group.forEach(each -> each.written().handle(done));
              writeGroup(tenant);
            });
  }

  private static Future<Void> lost(Throwable cause) {
    LOG.error(
        "Lines of the audit could not be written, so nothing was answered: {}",
        Defects.described(cause));
    return Future.failedFuture(unavailable());
  }

  private static Failure unavailable() {
    return new Failure.Unavailable("Who reads what cannot be written down at this moment.");
  }
}
