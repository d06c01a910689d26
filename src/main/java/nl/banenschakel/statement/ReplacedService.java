package nl.banenschakel.statement;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.statement.StatementRepository.Document;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.assignment.AssignmentService;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.standing.StandingService;

/** Finds what a statement takes the place of, and has it stand no longer. */
final class ReplacedService {
  /** Statements of one chain of corrections. */
  private static final int CHAIN_MAX = 1_000;

  private final AssignmentService assignments;
  private final StandingService standing;
  private final StatementRepository statements = new StatementRepository();

  ReplacedService(AssignmentService assignments, StandingService standing) {
    this.assignments = assignments;
    this.standing = standing;
  }

  /**
   * What it replaces: what it names, or else the newest of its document, where it corrects that one
   * or that was taken back.
   *
   * @return fails with {@link Failure.Invalid} when what it names is none of the sender's, or of
   *     another assignment; with {@link Failure.Conflict} when its document came with another
   *     content and is not what it replaces, or was corrected too often
   */
  Future<Optional<Statement>> find(Tx tx, Sent sent, Optional<Document> newest) {
    var named = sent.replaces().or(() -> newest.map(Document::statement));
    if (named.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return statements
        .find(tx, named.get())
        .map(found -> own(sent, newest, found))
        .compose(old -> requireSameAssignment(tx, sent, old))
        .compose(old -> requireShort(tx, old))
        .map(Optional::of);
  }

  /**
   * It stands no longer.
   *
   * @return fails with {@link Failure.Conflict} when it was replaced
   */
  Future<Void> fall(Tx tx, Optional<Statement> old) {
    return old.isEmpty()
        ? Future.succeededFuture()
        : standing
            .fall(tx, old.get().id())
            .compose(stood -> stood ? Future.succeededFuture() : isReplaced(tx, old.get()));
  }

  private static Statement own(Sent sent, Optional<Document> newest, Optional<Statement> found) {
    var old =
        found
            .filter(it -> it.source().isPresent())
            .orElseThrow(() -> invalid("/replaces", "STATEMENT_UNKNOWN", "You sent no such one."));
    boolean reuses = newest.filter(it -> !it.statement().equals(old.id())).isPresent();
    if (reuses || (newest.isPresent() && !sent.draft().corrects() && !old.withdraws())) {
      throw new Failure.Conflict(
          "DOCUMENT_REUSED",
          "Statement %s came under this document with another content."
              .formatted(newest.get().statement()));
    }
    return old;
  }

  /** By the same name, or by another name of the same one. */
  private Future<Statement> requireSameAssignment(Tx tx, Sent sent, Statement old) {
    var now = sent.draft().assignment();
    var before = old.source().flatMap(Statement.Source::assignment);
    if (now.isEmpty() || before.isEmpty() || now.equals(before)) {
      return Future.succeededFuture(old);
    }
    return assignments
        .named(tx, now.get())
        .compose(is -> assignments.named(tx, before.get()).map(was -> requireSame(old, is, was)));
  }

  private static Statement requireSame(
      Statement old, Optional<Assignment> is, Optional<Assignment> was) {
    if (is.isEmpty() || !is.map(Assignment::id).equals(was.map(Assignment::id))) {
      throw invalid(
          "/assignment",
          "ASSIGNMENT_DIFFERS",
          "What this statement replaces is of another assignment.");
    }
    return old;
  }

  /** All of a chain is read at once, whenever one of it is. */
  private Future<Statement> requireShort(Tx tx, Statement old) {
    return statements
        .countChain(tx, old.replacing().original())
        .map(
            length -> {
              if (length >= CHAIN_MAX) {
                throw new Failure.Conflict(
                    "CORRECTED_TOO_OFTEN", "It was corrected %d times.".formatted(length - 1));
              }
              return old;
            });
  }

  private Future<Void> isReplaced(Tx tx, Statement old) {
    return statements
        .find(tx, old.id())
        .map(
            now -> {
              throw new Failure.Conflict(
                  "STATEMENT_REPLACED",
                  "It was replaced by statement %s: correct that one."
                      .formatted(now.flatMap(it -> it.replacing().replacedBy()).orElseThrow()));
            });
  }

  private static Failure.Invalid invalid(String at, String code, String detail) {
    return new Failure.Invalid(List.of(new Violation(at, code, detail)));
  }
}
