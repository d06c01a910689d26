package nl.banenschakel.statement;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.statement.Statement.Source;
import nl.banenschakel.statement.StatementRepository.Document;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.assignment.AssignmentService;
import nl.banenschakel.statement.governing.GoverningService;
import nl.banenschakel.statement.hourtype.HourTypeService;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.sent.StatementDraft;
import nl.banenschakel.statement.standing.StandingService;

/**
 * Takes statements in, whatever is odd about them. What follows from one, in other parts, follows
 * in the same transaction ({@link Arrival}).
 */
public final class StatementIntake {
  private final Db db;
  private final Vault vault;
  private final GoverningService governing;
  private final AssignmentService assignments;
  private final StatementService read;
  private final HourTypeService hourTypes;
  private final List<Arrival> arrivals;
  private final StatementRepository statements = new StatementRepository();
  private final StandingService standing = new StandingService();
  private final ReplacedService replaced;
  private final LineRepository lines = new LineRepository();

  StatementIntake(
      Db db,
      Vault vault,
      GoverningService governing,
      AssignmentService assignments,
      StatementService read,
      HourTypeService hourTypes,
      List<Arrival> arrivals) {
    this.db = db;
    this.vault = vault;
    this.governing = governing;
    this.assignments = assignments;
    this.replaced = new ReplacedService(assignments, standing);
    this.read = read;
    this.hourTypes = hourTypes;
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
    return db.tx(caller.organisation(), tx -> take(tx, caller, sent));
  }

  /** As {@link #take(Caller, Sent)}, of a document that came before; else there is none (404). */
  public Future<Taken> correct(Caller caller, Sent sent) {
    var digest = Buffer.buffer(sent.digest());
    return db.tx(
        caller.organisation(),
        tx ->
            statements
                .findDocument(tx, sent.draft().document())
                .map(found -> found.orElseThrow(Failure.NotFound::new))
                .compose(there -> take(tx, caller, sent, digest)));
  }

  /** As {@link #take(Caller, Sent)}, in a transaction of the caller's that runs. */
  public Future<Taken> take(Tx tx, Caller caller, Sent sent) {
    return take(tx, caller, sent, Buffer.buffer(sent.digest()));
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
    var id = UuidCreator.getTimeOrderedEpoch();
    var version = before.map(Document::version).orElse(0) + 1;
    return replaced
        .find(tx, sent, before)
        .compose(
            old -> {
              var whole = sent.orOf(old.flatMap(Statement::source).flatMap(Source::assignment));
              return statements
                  .addDocument(tx, whole.draft(), new Document(version, id, digest))
                  .compose(
                      added ->
                          added
                              ? stand(tx, caller, id, whole, old)
                              : take(tx, caller, sent, digest)); // The other one is there now.
            });
  }

  private Future<Taken> stand(Tx tx, Caller caller, UUID id, Sent sent, Optional<Statement> old) {
    var draft = sent.draft();
    var keys = vault.forTenant(tx.tenant());
    return standing
        .prepare(tx, draft)
        .compose(ready -> assignment(tx, draft))
        .compose(
            assignment ->
                replaced
                    .fall(tx, old)
                    .compose(fell -> standing.stand(tx, id, sent, assignment))
                    .compose(stands -> governing.find(tx, draft, assignment))
                    .compose(
                        found ->
                            store(
                                tx,
                                NewStatement.of(
                                    id, caller, sent, assignment, found, old, keys, hourTypes))));
  }

  private Future<Optional<Assignment>> assignment(Tx tx, StatementDraft draft) {
    return draft
        .assignment()
        .map(name -> assignments.named(tx, name))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Taken> store(Tx tx, NewStatement made) {
    var head = made.head();
    return statements
        .add(tx, head)
        .compose(added -> lines.add(tx, head.id(), head.receiver(), made.lines()))
        .compose(added -> hourTypes.keep(tx, head.id(), head.receiver(), made.verdicts()))
        .compose(kept -> read.find(tx, head.id()))
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
}
