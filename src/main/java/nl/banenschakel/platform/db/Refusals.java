package nl.banenschakel.platform.db;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.Set;
import nl.banenschakel.platform.failure.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the client reports into failures that say what happened and hold no value. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** Shutdown, crash, not ready yet, too many connections, idle session ended. */
  private static final Set<String> AWAY =
      Set.of("57P01", "57P02", "57P03", "57P05", "53300", "25P03", "25P04");

  private static final String SENTENCE =
      "The database is away for a moment; nothing is known to be stored. Send it again later.";

  private Refusals() {}

  /** A connection could not be had: whatever the reason, there is no database for this work. */
  static <T> Future<T> ofConnecting(Throwable refusal) {
    return away("no session to be had: " + named(refusal));
  }

  /** A session ended outside of any statement; without this the client prints a stack trace. */
  static void ofSession(Throwable refusal) {
    LOG.warn("PostgreSQL ended a session: {}", named(refusal));
  }

  /** A statement, or the begin or commit around it, failed. */
  static <T> Future<T> ofStatement(Throwable refusal, String sql) {
    if (refusal instanceof PgException answer && !isAway(answer.getSqlState())) {
      return Future.failedFuture(StatementFailed.of(answer, sql));
    }
    if (refusal instanceof TransactionRollbackException) {
      return Future.failedFuture(StatementFailed.of(refusal, sql));
    }
    if (refusal instanceof PgException || isLostConnection(refusal)) {
      return away("it ended the connection");
    }
    return Future.failedFuture(StatementFailed.of(refusal, sql));
  }

  private static <T> Future<T> away(String why) {
    LOG.warn("PostgreSQL is away: {}", why);
    return Future.failedFuture(new Failure.Unavailable(SENTENCE));
  }

  /** Without the message, which may hold a value. */
  private static String named(Throwable refusal) {
    return refusal instanceof PgException answer
        ? "SQLSTATE " + answer.getSqlState()
        : refusal.getClass().getSimpleName();
  }

  private static boolean isAway(@Nullable String sqlState) {
    return sqlState != null && (AWAY.contains(sqlState) || sqlState.startsWith("08"));
  }

  private static boolean isLostConnection(Throwable refusal) {
    var message = String.valueOf(refusal.getMessage()); // the client has no type for these two
    return refusal instanceof ClosedConnectionException
        || refusal instanceof IOException
        || message.startsWith("Connection is not active now")
        || message.startsWith("Pending requests failed to be sent");
  }
}
