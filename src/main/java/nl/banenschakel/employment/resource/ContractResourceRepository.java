package nl.banenschakel.employment.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Contracts out of the versions of their parts. */
final class ContractResourceRepository {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Sql sql = Sql.load("employment");

  /** As they were known; those unknown then are left out. */
  Future<Map<UUID, Contract>> find(Tx tx, List<UUID> ids, KnownAt asOf) {
    Object array = ids.toArray(UUID[]::new);
    return tx.run(sql.get("findContracts"), array, asOf.instant())
        .map(
            rows -> {
              var found = new LinkedHashMap<UUID, Contract>();
              rows.forEach(
                  row -> found.merge(row.getUUID("contract_id"), contract(row), this::joined));
              return found;
            });
  }

  /** Contracts that were open then, by id. */
  Future<List<UUID>> listOpen(Tx tx, KnownAt asOf, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listOpenContracts"),
        row -> row.getUUID("contract_id"),
        asOf.instant(),
        after.orElse(BEFORE_ALL),
        limit);
  }

  /** Contracts whose last change lies after the position, by that change. */
  Future<List<ChangePosition>> listChanged(Tx tx, ChangePosition after, int limit) {
    return tx.list(
        sql.get("listChangedContracts"),
        row ->
            new ChangePosition(
                row.getOffsetDateTime("changed_at").toInstant(), row.getUUID("contract_id")),
        after.moment(),
        after.contract(),
        limit);
  }

  /** From when on what is changed now is known; see the intake, which takes it in the same way. */
  Future<OffsetDateTime> instant(Tx tx) {
    return tx.first(sql.get("mergeInstant"), row -> row.getOffsetDateTime("instant"), tx.tenant())
        .map(Optional::orElseThrow);
  }

  /** Ends all parts on a day: those that begin later are closed. */
  Future<Void> end(Tx tx, UUID id, LocalDate lastDay, OffsetDateTime instant) {
    return tx.update(sql.get("closeContract"), id, lastDay, instant)
        .compose(closed -> tx.update(sql.get("endContract"), id, lastDay, instant))
        .mapEmpty();
  }

  private Contract joined(Contract earlier, Contract next) {
    var parts = new ArrayList<>(earlier.parts());
    parts.addAll(next.parts());
    return withParts(earlier, parts);
  }

  private static Contract withParts(Contract contract, List<Contract.Part> parts) {
    return new Contract(
        contract.id(),
        contract.number(),
        contract.source(),
        contract.personnelNumber(),
        contract.contractNumber(),
        contract.changedAt(),
        List.copyOf(parts));
  }

  private static Contract contract(Row row) {
    return new Contract(
        row.getUUID("contract_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        row.getString("source"),
        row.getString("personnel_number"),
        Optional.ofNullable(row.getString("contract_number")),
        row.getOffsetDateTime("changed_at"),
        row.getUUID("person_id") == null ? List.of() : List.of(part(row)));
  }

  private static Contract.Part part(Row row) {
    return new Contract.Part(
        row.getUUID("person_id"),
        row.getLocalDate("start_date"),
        Optional.ofNullable(row.getLocalDate("end_date")),
        ContractHours.perWeek(row.getBigDecimal("hours_per_week")),
        row.getBoolean("expected_registered"),
        Optional.ofNullable(row.getString("department")),
        Optional.ofNullable(row.getString("school")),
        Optional.ofNullable(row.getString("cost_centre")));
  }
}
