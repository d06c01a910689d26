package nl.banenschakel.statement.confirmation;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.statement.confirmation.act.Act;
import nl.banenschakel.statement.confirmation.act.AnswerDraft;
import nl.banenschakel.statement.confirmation.act.Answering;
import nl.banenschakel.statement.confirmation.act.Answers;
import nl.banenschakel.statement.confirmation.act.Chain;
import nl.banenschakel.statement.confirmation.act.LineState.Side;

/** Takes down what both say of stated hours, and what their silence says. */
final class ConfirmationService {
  /** Acts of one organisation on a statement at most: those of the other one do not count. */
  static final int ACTS_MAX = 500;

  /** Lines that its acts are of, each time counted: all of them are read whenever one is. */
  static final int STEPS_MAX = 20_000;

  private static final String ANSWERED = "nl.banenafspraak.statement-answered.v1";
  private static final Set<Role> RECEIVES = Set.of(Role.HR, Role.FINANCE);
  private static final Set<Role> SENDS = Set.of(Role.LENDER, Role.SUPPLIER);

  private final Db db;
  private final Outbox outbox;
  private final Chain chain;
  private final Clock clock;
  private final ConfirmationRepository confirmations = new ConfirmationRepository();

  ConfirmationService(Db db, Outbox outbox, Chain chain, Clock clock) {
    this.db = db;
    this.outbox = outbox;
    this.chain = chain;
    this.clock = clock;
  }

  /** What was said of one that both the caller's organisation and the other one read. */
  Future<Answers> find(Caller caller, UUID id) {
    return db.snapshot(caller.organisation(), tx -> existing(tx, id));
  }

  /** Those that stand, the newest first. */
  Future<List<Waiting>> list(
      Caller caller, Optional<Waiting.For> waits, Optional<UUID> after, int limit) {
    return db.snapshot(caller.organisation(), tx -> confirmations.list(tx, waits, after, limit));
  }

  /**
   * Takes down what somebody says, of all lines or of none.
   *
   * @return fails with {@link Failure.Refused} when that is not theirs to say, with {@link
   *     Failure.Conflict} when it cannot be said of the lines as they stand, or no more at all
   */
  Future<Answers> answer(Caller caller, UUID id, AnswerDraft draft) {
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .map(answers -> requireRole(caller, answers))
                .compose(answers -> confirmations.lock(tx, id))
                .compose(locked -> hearSilence(tx, id))
                .map(answers -> requireStanding(caller, answers))
                .compose(
                    answers ->
                        take(
                            tx,
                            answers,
                            Answering.act(answers, draft, caller, now(), Chain.head(answers)))));
  }

  /**
   * Takes down what silence says where the term is over.
   *
   * @return empty: nobody reads it any more
   */
  Future<Optional<Answers>> silence(Tx tx, UUID id) {
    return confirmations
        .find(tx, id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : confirmations
                        .lock(tx, id)
                        .compose(locked -> hearSilence(tx, id))
                        .map(Optional::of));
  }

  /** Whether each act, by its number, is as it was signed. */
  Map<Integer, Boolean> verify(Answers answers) {
    return chain.verify(answers);
  }

  private Future<Answers> existing(Tx tx, UUID id) {
    return confirmations.find(tx, id).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** What silence said at its minute stands before what is said after it, however late the job. */
  private Future<Answers> hearSilence(Tx tx, UUID id) {
    return existing(tx, id)
        .compose(
            answers -> take(tx, answers, answers.silence(clock.instant(), Chain.head(answers))));
  }

  private Future<Answers> take(Tx tx, Answers answers, Optional<Act> act) {
    return act.isEmpty()
        ? Future.succeededFuture(answers)
        : confirmations
            .add(tx, answers, chain.sign(answers, act.get(), tx.tenant()))
            .compose(added -> existing(tx, answers.statement()))
            .compose(after -> tell(tx, after, act.get()));
  }

  private Future<Answers> tell(Tx tx, Answers answers, Act act) {
    var by =
        act.actor().isEmpty()
            ? "silence"
            : answers.side(tx.tenant()) == Side.SENDER ? "sender" : "receiver";
    var data =
        Map.of(
            "state", answers.state().text(),
            "by", by,
            "lines", String.valueOf(act.steps().size()));
    var address = "/v1/statements/" + answers.statement() + "/confirmations";
    return outbox
        .addForBoth(tx, Optional.of(answers.otherThan(tx.tenant())), ANSWERED, address, data)
        .map(answers);
  }

  /** As exactly as the database keeps it: it is signed. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Answers requireRole(Caller caller, Answers answers) {
    var side = answers.side(caller.organisation());
    var roles = side == Side.SENDER ? SENDS : RECEIVES;
    if (caller.roles().stream().noneMatch(roles::contains)) {
      throw new Failure.Refused(
          "ROLE_MISSING",
          "The receiver answers in the role hr or finance, the sender in lender or supplier.");
    }
    return answers;
  }

  private static Answers requireStanding(Caller caller, Answers answers) {
    if (answers.replacedBy().isPresent()) {
      throw new Failure.Conflict(
          "STATEMENT_REPLACED",
          "It was replaced by statement %s: answer that one."
              .formatted(answers.replacedBy().get()));
    }
    var own =
        answers.acts().stream()
            .map(Act.Signed::act)
            .filter(act -> act.isBy(caller.organisation()))
            .toList();
    long steps = own.stream().mapToLong(act -> act.steps().size()).sum();
    if (own.size() >= ACTS_MAX || steps >= STEPS_MAX) {
      throw new Failure.Conflict(
          "CONFIRMATION_FULL",
          "One organisation answers a statement %d times at most, and lines of it %d times."
              .formatted(ACTS_MAX, STEPS_MAX));
    }
    return answers;
  }
}
