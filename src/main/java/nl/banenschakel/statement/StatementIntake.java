package nl.banenschakel.statement;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationService;
import nl.banenschakel.statement.StatementRepository.Document;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.assignment.AssignmentService;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.sent.StatementDraft;
import nl.banenschakel.statement.standing.StandingService;

/**
 * Takes statements in, whatever is odd about them. What follows from one, in other parts, follows
 * in the same transaction ({@link Arrival}).
 */
public final class StatementIntake {
  /** Statements of one chain of corrections. */
  private static final int CHAIN_MAX = 1_000;

  private static final String RECEIVED = "nl.banenafspraak.statement-received.v1";

  private final Db db;
  private final Vault vault;
  private final Outbox outbox;
  private final RelationService relations;
  private final AssignmentService assignments;
  private final StatementService read;
  private final List<Arrival> arrivals;
  private final StatementRepository statements = new StatementRepository();
  private final StandingService standing = new StandingService();
  private final LineRepository lines = new LineRepository();

  StatementIntake(
      Db db,
      Vault vault,
      Outbox outbox,
      RelationService relations,
      AssignmentService assignments,
      StatementService read,
      List<Arrival> arrivals) {
    this.db = db;
    this.vault = vault;
    this.outbox = outbox;
    this.relations = relations;
    this.assignments = assignments;
    this.read = read;
    this.arrivals = List.copyOf(arrivals);
  }

  /**
   * A statement that was taken in.
   *
   * @param fresh false: it had been taken in before
   */
  public record Taken(Statement.Whole whole, boolean fresh) {
    /** The statement itself. */
    public Statement statement() {
      return whole.statement();
    }
  }

  /** As {@link #take(Caller, Sent)}, of a form that says no more than the draft. */
  public Future<Taken> take(Caller caller, StatementDraft draft, Channel channel) {
    return take(caller, Sent.of(draft, channel));
  }

  /**
   * Takes one in. The same document with the same content is the same statement. Where it corrects
   * another one it takes its place whole.
   *
   * @return fails with {@link Failure.Conflict} when the document came with another content, when
   *     another statement stands on one of its days, or when what it replaces was replaced; with
   *     {@link Failure.Invalid} when what it replaces is none, or of another assignment
   */
  public Future<Taken> take(Caller caller, Sent sent) {
    var digest = Buffer.buffer(sent.digest());
    return db.tx(caller.organisation(), tx -> take(tx, caller, sent, digest));
  }

  private Future<Taken> take(Tx tx, Caller caller, Sent sent, Buffer digest) {
    return statements
        .findDocument(tx, sent.draft().document())
        .compose(
            before ->
                before.filter(it -> it.digest().equals(digest)).isPresent()
                    ? read.find(tx, before.get().statement()).map(same -> new Taken(same, false))
                    : takeNew(tx, caller, sent, digest, before));
  }

  private Future<Taken> takeNew(
      Tx tx, Caller caller, Sent sent, Buffer digest, Optional<Document> before) {
    if (before.isPresent() && !sent.draft().corrects()) {
      return Future.failedFuture(
          new Failure.Conflict(
              "DOCUMENT_REUSED",
              "Statement %s came under this document with another content."
                  .formatted(before.get().statement())));
    }
    var id = UuidCreator.getTimeOrderedEpoch();
    var version = before.map(Document::version).orElse(0) + 1;
    return statements
        .addDocument(tx, sent.draft(), new Document(version, id, digest))
        .compose(
            added ->
                added
                    ? stand(tx, caller, id, sent, before)
                    : take(tx, caller, sent, digest)); // The other one is there now.
  }

  private Future<Taken> stand(Tx tx, Caller caller, UUID id, Sent sent, Optional<Document> before) {
    var draft = sent.draft();
    var keys = vault.forTenant(tx.tenant());
    var replaced = sent.replaces().or(() -> before.map(Document::statement));
    return assignments
        .named(tx, draft.assignment())
        .compose(
            assignment ->
                replace(tx, draft, replaced)
                    .compose(
                        old ->
                            standing
                                .stand(tx, id, draft, assignment)
                                .compose(stands -> open(tx, draft, assignment))
                                .compose(
                                    open ->
                                        store(
                                            tx,
                                            NewStatement.of(
                                                id, caller, sent, assignment, open, old, keys)))));
  }

  /** What is replaced stands no longer. */
  private Future<Optional<Statement>> replace(
      Tx tx, StatementDraft draft, Optional<UUID> replaced) {
    if (replaced.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return statements
        .find(tx, replaced.get())
        .map(found -> replaceable(draft, found))
        .compose(old -> requireShort(tx, old))
        .compose(
            old ->
                standing
                    .fall(tx, old.id())
                    .compose(stood -> stood ? Future.succeededFuture(old) : isReplaced(tx, old)))
        .map(Optional::of);
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

  private Future<Statement> isReplaced(Tx tx, Statement old) {
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

  /** The relation of an assignment, where it runs in the days of a statement. */
  private Future<Optional<Relation>> open(
      Tx tx, StatementDraft draft, Optional<Assignment> assignment) {
    return assignment.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : relations
            .existing(tx, assignment.get().relation())
            .map(it -> Optional.of(it).filter(draft::meets));
  }

  private Future<Taken> store(Tx tx, NewStatement made) {
    var head = made.head();
    return statements
        .add(tx, head)
        .compose(added -> lines.add(tx, head.id(), head.receiver(), made.lines()))
        .compose(
            added ->
                outbox.add(
                    tx,
                    RECEIVED,
                    StatementRoutes.address(head.id()),
                    Map.of("marks", String.valueOf(head.marks().size()))))
        .compose(told -> read.find(tx, head.id()))
        .compose(whole -> follow(tx, whole))
        .map(whole -> new Taken(whole, true));
  }

  private Future<Statement.Whole> follow(Tx tx, Statement.Whole whole) {
    Future<Void> followed = Future.succeededFuture();
    for (var arrival : arrivals) { // As many as there are parts, and not as there are lines.
      followed = followed.compose(before -> arrival.arrived(tx, whole));
    }
    return followed.map(whole);
  }

  private static Statement replaceable(StatementDraft draft, Optional<Statement> found) {
    var old =
        found
            .filter(it -> it.source().isPresent())
            .orElseThrow(() -> invalid("/replaces", "STATEMENT_UNKNOWN", "You sent no such one."));
    if (!old.source().orElseThrow().assignment().equals(draft.assignment())) {
      throw invalid(
          "/assignment",
          "ASSIGNMENT_DIFFERS",
          "What this statement replaces is of another assignment.");
    }
    return old;
  }

  private static Failure.Invalid invalid(String at, String code, String detail) {
    return new Failure.Invalid(List.of(new Violation(at, code, detail)));
  }
}
