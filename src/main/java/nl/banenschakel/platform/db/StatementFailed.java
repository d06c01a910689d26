package nl.banenschakel.platform.db;

import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.failure.ValueFree;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, or its client, refused a statement. Carries the SQLSTATE, the name of the constraint
 * and the beginning of the statement, which is source code. Never a value: PostgreSQL puts those in
 * detail, hint and context, and for some conditions ("invalid input syntax ...") in the message, so
 * of those only the SQLSTATE is kept.
 */
public final class StatementFailed extends RuntimeException implements ValueFree {
  private static final long serialVersionUID = 1L;
  private static final int SQL_SHOWN_MAX = 60;

  /** Where the client itself refused: no SQLSTATE exists, this is the SQL standard's own class. */
  static final String CLIENT_REFUSED = "22000";

  static final String UNIQUE_VIOLATION = "23505";
  private static final String SERIALIZATION_FAILURE = "40001";
  private static final String DEADLOCK = "40P01";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** Classes whose message holds names only: integrity, transaction state, privileges, limits. */
  private static final Set<String> NAMES_ONLY = Set.of("23", "25", "40", "42", "53", "54", "55");

  private final String sqlState;
  private final @Nullable String constraint;

  private StatementFailed(String message, String sqlState, @Nullable String constraint) {
    super(message, null, false, false);
    this.sqlState = sqlState;
    this.constraint = constraint;
  }

  /** PostgreSQL's refusal without what may hold a value. */
  static StatementFailed of(PgException refusal, String sql) {
    var state = Optional.ofNullable(refusal.getSqlState()).orElse(CLIENT_REFUSED);
    var constraint = refusal.getConstraint();
    var message =
        "SQLSTATE "
            + state
            + (NAMES_ONLY.contains(state.substring(0, 2)) ? " " + refusal.getErrorMessage() : "")
            + (constraint == null ? "" : " [constraint " + constraint + "]")
            + " in: "
            + shown(sql);
    return new StatementFailed(message, state, constraint);
  }

  /** The client's refusal, such as a parameter of the wrong type, whose message holds the value. */
  static StatementFailed of(Throwable refusal, String sql) {
    var what = refusal.getClass().getSimpleName();
    return new StatementFailed(
        "the client refused (" + what + "), in: " + shown(sql), CLIENT_REFUSED, null);
  }

  /** Five characters, as in the PostgreSQL manual, appendix A. */
  public String sqlState() {
    return sqlState;
  }

  /** The constraint that was violated, without its schema. */
  public Optional<String> constraint() {
    return Optional.ofNullable(constraint);
  }

  /** Whether a row with this key was already there. */
  public boolean isUniqueViolation() {
    return UNIQUE_VIOLATION.equals(sqlState);
  }

  /** Whether a lock was not there within the time that was given for it. */
  public boolean isLockedOut() {
    return LOCK_NOT_AVAILABLE.equals(sqlState);
  }

  /** Whether the same work may succeed when done again: it met another transaction. */
  boolean isCollision() {
    return SERIALIZATION_FAILURE.equals(sqlState) || DEADLOCK.equals(sqlState);
  }

  private static String shown(String sql) {
    var line = sql.strip().replaceAll("\\s+", " ");
    return line.length() <= SQL_SHOWN_MAX ? line : line.substring(0, SQL_SHOWN_MAX) + " ...";
  }
}
