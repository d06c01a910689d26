package nl.banenschakel.statement.confirmation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.vault.Signatures.Signature;
import nl.banenschakel.statement.confirmation.act.Act;
import nl.banenschakel.statement.confirmation.act.Answers;
import nl.banenschakel.statement.confirmation.act.LineState;
import nl.banenschakel.statement.confirmation.act.LineState.Step;
import nl.banenschakel.statement.confirmation.act.ObjectionReason;
import nl.banenschakel.statement.confirmation.act.ObjectionTerm;
import org.jspecify.annotations.Nullable;

/** Rows of {@code statement.act}, its steps, and {@code statement.objection_term}. */
final class ConfirmationRepository {
  private static final String ACCEPTS = "accepts";
  private static final String DISPUTES = "disputes";

  private final Sql sql = Sql.load("statement_confirmation");

  /** What was agreed on for a day, begun at a moment; empty: nothing, or it is not clear what. */
  Future<Optional<ObjectionTerm>> agreed(Tx tx, UUID relation, LocalDate day, Instant received) {
    return tx.list(
            sql.get("listInForce"),
            row ->
                ObjectionTerm.from(
                    received, row.getInteger("objection_days"), agreed(row), isAccepting(row)),
            relation,
            day)
        .map(found -> found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty());
  }

  Future<Void> addTerm(Tx tx, UUID statement, UUID receiver, ObjectionTerm term) {
    return tx.update(
            sql.get("addTerm"),
            tx.tenant(),
            statement,
            receiver,
            term.days(),
            at(term.due()),
            term.agreed().map(ObjectionTerm.Agreed::agreement).orElse(null),
            term.agreed().map(ObjectionTerm.Agreed::version).orElse(null),
            term.agreed().map(it -> term.accepts() ? ACCEPTS : DISPUTES).orElse(null))
        .mapEmpty();
  }

  /** Nobody else says anything of it until the transaction ends. */
  Future<Void> lock(Tx tx, UUID statement) {
    return tx.run(sql.get("lockAnswers"), statement).mapEmpty();
  }

  /** Empty: the tenant reads none of that id, or nobody but its sender does. */
  Future<Optional<Answers>> find(Tx tx, UUID statement) {
    return tx.first(sql.get("findAnswerable"), row -> row, statement)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : withActs(tx, found.get()).map(Optional::of));
  }

  /** Those that stand, the newest first. */
  Future<List<Waiting>> list(Tx tx, Optional<Waiting.For> waits, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listAnswerable"),
        ConfirmationRepository::waiting,
        waits.map(Enum::name).orElse(null),
        after.orElse(null),
        limit,
        tx.tenant());
  }

  Future<Void> add(Tx tx, Answers answers, Act.Signed signed) {
    var act = signed.act();
    var other = answers.otherThan(tx.tenant());
    return tx.update(
            sql.get("addAct"),
            tx.tenant(),
            answers.statement(),
            act.nth(),
            other,
            act.actor().map(Act.Actor::organisation).orElse(null),
            act.actor().map(Act.Actor::subject).orElse(null),
            at(act.at()),
            act.agreed().map(ObjectionTerm.Agreed::agreement).orElse(null),
            act.agreed().map(ObjectionTerm.Agreed::version).orElse(null),
            act.previous(),
            signed.hash(),
            signed.signature().keyId(),
            signed.signature().mac())
        .compose(added -> addSteps(tx, answers, act, other));
  }

  private Future<Void> addSteps(Tx tx, Answers answers, Act act, UUID other) {
    var steps = act.steps();
    return tx.update(
            sql.get("addActSteps"),
            tx.tenant(),
            answers.statement(),
            act.nth(),
            other,
            steps.stream().map(Act.Taken::position).toArray(Integer[]::new),
            steps.stream().map(it -> it.step().name()).toArray(String[]::new),
            steps.stream().map(it -> it.state().name()).toArray(String[]::new),
            steps.stream()
                .map(it -> it.hours().map(hours -> hours.total().toPlainString()).orElse(null))
                .toArray(String[]::new),
            steps.stream()
                .map(it -> it.reason().map(Enum::name).orElse(null))
                .toArray(String[]::new),
            steps.stream().map(it -> it.note().orElse(null)).toArray(String[]::new))
        .mapEmpty();
  }

  private Future<Answers> withActs(Tx tx, Row row) {
    var statement = row.getUUID("statement_id");
    return tx.list(sql.get("listStatedLines"), ConfirmationRepository::line, statement)
        .compose(
            lines ->
                acts(tx, statement)
                    .map(
                        acts ->
                            new Answers(
                                statement,
                                row.getUUID("tenant_id"),
                                row.getUUID("counterparty_id"),
                                Optional.ofNullable(row.getUUID("replaced_by")),
                                term(row),
                                lines,
                                acts)));
  }

  private Future<List<Act.Signed>> acts(Tx tx, UUID statement) {
    return tx.list(sql.get("listActSteps"), row -> row, statement)
        .map(
            rows ->
                rows.stream()
                    .collect(
                        groupingBy(
                            row -> row.getInteger("nth"),
                            mapping(ConfirmationRepository::taken, toList()))))
        .compose(steps -> tx.list(sql.get("listActs"), row -> act(row, steps), statement));
  }

  private static Answers.Line line(Row row) {
    return new Answers.Line(
        row.getInteger("position"),
        row.getUUID("pseudonym"),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        WorkedHours.total(row.getBigDecimal("hours")),
        row.getBoolean("void"));
  }

  private static Act.Taken taken(Row row) {
    return new Act.Taken(
        row.getInteger("position"),
        Step.valueOf(row.getString("step")),
        LineState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getBigDecimal("hours")).map(WorkedHours::total),
        Optional.ofNullable(row.getString("reason")).map(ObjectionReason::valueOf),
        Optional.ofNullable(row.getString("note")));
  }

  private static Act.Signed act(Row row, Map<Integer, List<Act.Taken>> steps) {
    int nth = row.getInteger("nth");
    var act =
        new Act(
            nth,
            Optional.ofNullable(row.getUUID("actor_id"))
                .map(organisation -> new Act.Actor(organisation, row.getString("taken_by"))),
            row.getOffsetDateTime("taken_at").toInstant(),
            agreed(row),
            row.getString("previous"),
            steps.getOrDefault(nth, List.of()));
    return new Act.Signed(
        act,
        row.getUUID("tenant_id"),
        row.getString("hash"),
        new Signature(row.getInteger("key_id"), row.getBuffer("mac")));
  }

  private static Waiting waiting(Row row) {
    return new Waiting(
        row.getUUID("statement_id"),
        row.getUUID("tenant_id"),
        row.getUUID("counterparty_id"),
        row.getUUID("assignment_id"),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        row.getOffsetDateTime("received_at").toInstant(),
        term(row),
        new Waiting.Counts(
            row.getInteger("receiver"), row.getInteger("sender"), row.getInteger("nobody")),
        WorkedHours.total(row.getBigDecimal("stated_hours")),
        WorkedHours.total(row.getBigDecimal("hours")));
  }

  private static Optional<ObjectionTerm> term(Row row) {
    @Nullable Integer days = row.getInteger("days");
    if (days == null) {
      return Optional.empty();
    }
    var due = row.getOffsetDateTime("due_at").toInstant();
    return Optional.of(new ObjectionTerm(days, due, agreed(row), isAccepting(row)));
  }

  private static boolean isAccepting(Row row) {
    return ACCEPTS.equals(row.getString("silence"));
  }

  private static Optional<ObjectionTerm.Agreed> agreed(Row row) {
    return Optional.ofNullable(row.getUUID("agreement_id"))
        .map(id -> new ObjectionTerm.Agreed(id, row.getInteger("agreement_version")));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
