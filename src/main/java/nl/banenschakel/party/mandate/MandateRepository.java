package nl.banenschakel.party.mandate;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Representation;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code party.mandate} and its ends. */
final class MandateRepository {
  private final Sql sql = Sql.load("party_mandate");

  Future<Void> add(Tx tx, UUID id, MandateDraft draft, String giverName, String by) {
    return tx.update(
            sql.get("addMandate"),
            tx.tenant(),
            id,
            draft.representative(),
            draft.name(),
            giverName,
            draft.roles().stream().map(Enum::name).toArray(String[]::new),
            draft.firstDay(),
            draft.lastDay(),
            by)
        .mapEmpty();
  }

  /** False: it had ended. */
  Future<Boolean> end(Tx tx, UUID id, UUID other, String by) {
    return tx.first(sql.get("addMandateEnd"), row -> true, tx.tenant(), id, other, by)
        .map(Optional::isPresent);
  }

  Future<Optional<Mandate>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findMandate"), MandateRepository::mandate, id);
  }

  Future<List<Mandate>> list(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listMandates"), MandateRepository::mandate, after.orElse(null), limit);
  }

  /** How many the tenant gave that are not over. */
  Future<Integer> count(Tx tx, LocalDate day) {
    return tx.first(sql.get("countMandates"), row -> row.getInteger("mandates"), tx.tenant(), day)
        .map(Optional::orElseThrow);
  }

  /** Which of them may act for the tenant on a day. */
  Future<Optional<Representation>> representation(
      Tx tx, Set<UUID> representatives, Set<Role> wanted, LocalDate day) {
    return tx.first(
        sql.get("findRepresentation"),
        row ->
            new Representation(
                row.getUUID("counterparty_id"),
                row.getString("name"),
                roles(row).collect(Collectors.toUnmodifiableSet())),
        tx.tenant(),
        representatives.toArray(UUID[]::new),
        day,
        wanted.stream().map(Enum::name).toArray(String[]::new));
  }

  private static Mandate mandate(Row row) {
    return new Mandate(
        row.getUUID("mandate_id"),
        new Mandate.Side(row.getUUID("tenant_id"), row.getString("giver_name")),
        new Mandate.Side(row.getUUID("counterparty_id"), row.getString("representative_name")),
        roles(row).toList(),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        row.getOffsetDateTime("given_at"),
        row.getString("given_by"),
        Optional.ofNullable(row.getUUID("ender_id"))
            .map(
                ender ->
                    new Mandate.End(
                        ender, row.getOffsetDateTime("ended_at"), row.getString("ended_by"))));
  }

  private static Stream<Role> roles(Row row) {
    return Arrays.stream(row.getArrayOfStrings("roles")).map(Role::valueOf);
  }
}
