package nl.banenschakel.report.evidence;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.report.PersonRows;

/** What slices publish of a run's rows and of their evidence. */
final class EvidenceRepository {
  private final Sql sql = Sql.load("report_evidence");

  /** A person of a run. */
  record Found(Optional<String> personnelNumber, boolean worksHere) {}

  /** From when the run knows. */
  Future<Optional<OffsetDateTime>> knownAt(Tx tx, UUID run) {
    return tx.first(sql.get("findRun"), row -> row.getOffsetDateTime("known_at"), run);
  }

  Future<Optional<Found>> person(Tx tx, UUID run, UUID person) {
    return tx.first(
        sql.get("findPerson"),
        row ->
            new Found(
                Optional.ofNullable(row.getString("personnel_number")), row.getBoolean("counts")),
        run,
        person);
  }

  Future<List<PersonRows.Period>> tijdvakken(Tx tx, UUID run, UUID person, boolean worksHere) {
    return tx.list(sql.get("listTijdvakken"), row -> period(row, worksHere), run, person)
        .compose(periods -> named(tx, periods));
  }

  Future<List<PersonRows.Contract>> contracts(
      Tx tx, UUID run, UUID person, OffsetDateTime knownAt, int limit) {
    return tx.list(
        sql.get("listContracts"), EvidenceRepository::contract, run, person, knownAt, limit);
  }

  Future<List<PersonRows.Relationship>> relationships(
      Tx tx, UUID run, RelationshipQuestion asked, OffsetDateTime knownAt) {
    return tx.list(
        sql.get("listRelationships"),
        EvidenceRepository::relationship,
        run,
        asked.kind().text(),
        asked.tijdvak().orElse(null),
        asked.person().orElse(null),
        knownAt,
        asked.after().tijdvak(),
        asked.after().subject(),
        asked.after().numIv(),
        asked.fetch());
  }

  /** The presence names evidence by id only: here is told which of it are lists. */
  private Future<List<PersonRows.Period>> named(Tx tx, List<PersonRows.Period> periods) {
    Object ids =
        periods.stream()
            .flatMap(period -> period.evidence().stream())
            .map(PersonRows.Evidence::id)
            .distinct()
            .toArray(UUID[]::new);
    return tx.list(
            sql.get("listEvidence"),
            row -> Map.entry(row.getUUID("evidence_id"), row.getBoolean("is_list")),
            ids)
        .map(kinds -> kinds.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)))
        .map(kinds -> periods.stream().map(period -> named(period, kinds)).toList());
  }

  private static PersonRows.Period named(PersonRows.Period period, Map<UUID, Boolean> kinds) {
    var evidence =
        period.evidence().stream()
            .map(it -> new PersonRows.Evidence(it.id(), kinds.getOrDefault(it.id(), true)))
            .toList();
    return new PersonRows.Period(
        period.tijdvak(),
        period.presence(),
        period.counts(),
        period.verloondeUren(),
        period.expectedHours(),
        evidence);
  }

  private static PersonRows.Period period(Row row, boolean worksHere) {
    return new PersonRows.Period(
        row.getString("tijdvak"),
        row.getString("presence"),
        worksHere && row.getString("presence").equals("SEEN"),
        new VerloondeUren(row.getInteger("verloonde_uren")),
        row.getBigDecimal("expected_hours"),
        Stream.of(row.getArrayOfUUIDs("evidence"))
            .map(id -> new PersonRows.Evidence(id, true))
            .toList());
  }

  private static PersonRows.Contract contract(Row row) {
    return new PersonRows.Contract(
        row.getUUID("contract_id"),
        row.getString("personnel_number"),
        row.getLocalDate("start_date"),
        Optional.ofNullable(row.getLocalDate("end_date")),
        ContractHours.perWeek(row.getBigDecimal("hours_per_week")),
        row.getBoolean("on_last_day"),
        row.getUUID("upload_id"),
        row.getInteger("line"));
  }

  private static PersonRows.Relationship relationship(Row row) {
    return new PersonRows.Relationship(
        row.getString("tijdvak"),
        row.getUUID("subject"),
        row.getInteger("num_iv"),
        Optional.ofNullable(row.getUUID("person_id")),
        Optional.ofNullable(row.getString("personnel_number")),
        row.getInteger("srt_iv"),
        new VerloondeUren(row.getInteger("verloonde_uren")),
        row.getUUID("message_id"),
        row.getInteger("position"));
  }
}
