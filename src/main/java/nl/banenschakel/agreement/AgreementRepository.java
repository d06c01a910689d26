package nl.banenschakel.agreement;

import static java.util.stream.Collectors.groupingBy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.agreement.Agreement.Holding;
import nl.banenschakel.agreement.Agreement.InForce;
import nl.banenschakel.agreement.Agreement.Taken;
import nl.banenschakel.agreement.Agreement.Version;
import nl.banenschakel.agreement.content.ContentJson;
import nl.banenschakel.agreement.content.Words;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.json.StrictJson;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationKind;

/** Rows of the schema {@code agreement} that both organisations read. */
final class AgreementRepository {
  private final Sql sql = Sql.load("agreement");

  Future<Void> begin(Tx tx, UUID id, UUID relation, String by) {
    return tx.update(sql.get("beginAgreement"), tx.tenant(), id, relation, by).mapEmpty();
  }

  /** The tenant's own in a relation, but for those that it threw away. */
  Future<Long> count(Tx tx, UUID relation) {
    return tx.first(
            sql.get("countAgreements"), row -> row.getLong("agreements"), tx.tenant(), relation)
        .map(Optional::orElseThrow);
  }

  /** From now on the other one sees it. */
  Future<Void> show(Tx tx, UUID id, UUID other) {
    return tx.update(sql.get("showAgreement"), id, other).mapEmpty();
  }

  Future<Optional<Agreement>> find(Tx tx, UUID id) {
    return tx.list(sql.get("findAgreement"), row -> row, id)
        .compose(found -> whole(tx, found))
        .map(found -> found.stream().findFirst());
  }

  Future<List<Agreement>> list(Tx tx, UUID relation, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listAgreements"), row -> row, relation, after.orElse(null), limit)
        .compose(found -> whole(tx, found));
  }

  /** A version of one that was found in the same snapshot, with what it says. */
  Future<Optional<AgreementVersion>> version(Tx tx, Agreement agreement, int number) {
    return tx.first(
        sql.get("findDocument"), row -> version(agreement, row), agreement.id(), number);
  }

  /** What is in force in a relation on some days, the earliest first: the latest of them. */
  Future<List<InForce>> inForce(
      Tx tx, UUID relation, LocalDate first, Optional<LocalDate> last, int limit) {
    return tx.list(
        sql.get("listInForce"),
        AgreementRepository::inForce,
        relation,
        first,
        last.orElse(null),
        limit);
  }

  /**
   * Adds a version.
   *
   * @param revision of the draft that it was
   * @return false: somebody else added one meanwhile
   */
  Future<Boolean> propose(
      Tx tx, UUID id, UUID other, int revision, AgreementDocument document, String by) {
    var content = document.content();
    return tx.first(
            sql.get("proposeVersion"),
            row -> true,
            tx.tenant(),
            id,
            document.version(),
            other,
            revision,
            document.text(),
            document.hash(),
            content.validFrom(),
            content.validUntil().orElse(null),
            by)
        .map(Optional::isPresent);
  }

  /**
   * Adds a step.
   *
   * @param nth which one it is, from 1
   * @return false: somebody else took that step
   */
  Future<Boolean> take(Tx tx, UUID id, UUID other, int nth, AgreementStep step) {
    return tx.first(
            sql.get("takeStep"),
            row -> true,
            tx.tenant(),
            id,
            nth,
            other,
            step.step().name(),
            step.state().name(),
            step.version(),
            step.hash(),
            step.lastDay().orElse(null),
            step.reason().orElse(null),
            step.by())
        .map(Optional::isPresent);
  }

  private Future<List<Agreement>> whole(Tx tx, List<Row> agreements) {
    var ids = agreements.stream().map(AgreementRepository::id).toArray(UUID[]::new);
    // Versions last: one that came meanwhile is one too many, and never one too few.
    return byAgreement(tx, "listHoldings", ids)
        .compose(
            holdings ->
                byAgreement(tx, "listSteps", ids)
                    .compose(
                        steps ->
                            byAgreement(tx, "listVersions", ids)
                                .map(
                                    versions ->
                                        agreements.stream()
                                            .map(it -> agreement(it, versions, steps, holdings))
                                            .toList())));
  }

  private Future<Map<UUID, List<Row>>> byAgreement(Tx tx, String statement, UUID[] ids) {
    return tx.list(sql.get(statement), row -> row, (Object) ids)
        .map(rows -> rows.stream().collect(groupingBy(AgreementRepository::id)));
  }

  private static Agreement agreement(
      Row row,
      Map<UUID, List<Row>> versions,
      Map<UUID, List<Row>> steps,
      Map<UUID, List<Row>> holdings) {
    var id = id(row);
    var proposed =
        versions.getOrDefault(id, List.of()).stream().map(AgreementRepository::version).toList();
    return new Agreement(
        id,
        row.getUUID("relation_id"),
        RelationKind.valueOf(row.getString("kind")),
        side(row, "provider"),
        side(row, "receiver"),
        proposed,
        steps.getOrDefault(id, List.of()).stream().map(AgreementRepository::taken).toList(),
        holdings.getOrDefault(id, List.of()).stream().map(it -> holding(it, proposed)).toList());
  }

  private static Holding holding(Row row, List<Version> versions) {
    return new Holding(
        versions.get(row.getInteger("version") - 1),
        row.getLocalDate("first_day"),
        Optional.ofNullable(row.getLocalDate("last_day")));
  }

  private static InForce inForce(Row row) {
    return new InForce(
        row.getUUID("agreement_id"),
        row.getInteger("version"),
        row.getLocalDate("first_day"),
        Optional.ofNullable(row.getLocalDate("last_day")),
        new Content.Stating(
            Words.of(Content.Frequency.class).apply(row.getString("stated")),
            Words.of(Content.Channel.class).apply(row.getString("channel")),
            row.getInteger("statement_due_days"),
            MonthDay.parse("--" + row.getString("corrections_until"))),
        new Content.Objecting(
            row.getInteger("objection_days"),
            Words.of(Content.Silence.class).apply(row.getString("silence"))),
        Optional.ofNullable(row.getString("recognition")).map(Words.of(Content.Recognition.class)));
  }

  private static Relation.Side side(Row row, String side) {
    return new Relation.Side(
        Optional.ofNullable(row.getUUID(side + "_id")), row.getString(side + "_name"));
  }

  private static Version version(Row row) {
    return new Version(
        row.getInteger("version"),
        row.getString("hash"),
        row.getLocalDate("valid_from"),
        Optional.ofNullable(row.getLocalDate("valid_until")),
        row.getUUID("tenant_id"),
        row.getOffsetDateTime("proposed_at"),
        row.getString("proposed_by"));
  }

  private static AgreementVersion version(Agreement agreement, Row row) {
    var document = StrictJson.object(Buffer.buffer(row.getString("document")));
    return new AgreementVersion(
        agreement,
        agreement.versions().get(row.getInteger("version") - 1),
        ContentJson.stored(document.getJsonObject("content"), agreement.kind()));
  }

  private static Taken taken(Row row) {
    return new Taken(
        AgreementState.Step.valueOf(row.getString("step")),
        AgreementState.valueOf(row.getString("state")),
        row.getInteger("version"),
        Optional.ofNullable(row.getLocalDate("last_day")),
        Optional.ofNullable(row.getString("reason")),
        row.getOffsetDateTime("taken_at"),
        row.getUUID("tenant_id"),
        row.getString("taken_by"));
  }

  private static UUID id(Row row) {
    return row.getUUID("agreement_id");
  }
}
