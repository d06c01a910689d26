package nl.banenschakel.register.fetch;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code register.mandate}: a new one with every change. */
final class MandateRepository {
  private final Sql sql = Sql.load("register");

  /** The version after the one that holds now, or the first one; gives it back. */
  Future<Mandate> put(Tx tx, UUID id, MandateDraft draft, String changedBy) {
    return tx.first(
            sql.get("putMandate"),
            MandateRepository::mandate,
            tx.tenant(),
            id,
            draft.number().text(),
            draft.holder(),
            draft.covers().stream().map(Mandate.Coverage::text).toArray(String[]::new),
            draft.firstDay(),
            draft.lastDay(),
            changedBy)
        .map(Optional::orElseThrow);
  }

  /** From now on it is not there. */
  Future<Void> close(Tx tx, UUID id) {
    return tx.update(sql.get("closeMandate"), id).mapEmpty();
  }

  /** The version that holds; nobody changes it until the transaction ends. */
  Future<Optional<Mandate>> lock(Tx tx, UUID id) {
    return tx.first(sql.get("lockMandate"), MandateRepository::mandate, id);
  }

  Future<Optional<Mandate>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findMandate"), MandateRepository::mandate, id);
  }

  Future<List<Mandate>> list(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listMandates"), MandateRepository::mandate, after.orElse(null), limit);
  }

  /** Whether this may be asked for a number on a day. */
  Future<Boolean> covers(Tx tx, Loonheffingennummer number, Mandate.Coverage what, LocalDate day) {
    return tx.first(sql.get("coversMandate"), row -> true, number.text(), what.text(), day)
        .map(Optional::isPresent);
  }

  Future<Void> warned(Tx tx, UUID id) {
    return tx.update(sql.get("warnedMandate"), id).mapEmpty();
  }

  private static Mandate mandate(Row row) {
    return new Mandate(
        row.getUUID("mandate_id"),
        row.getInteger("version"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        row.getString("holder"),
        Arrays.stream(row.getArrayOfStrings("covers"))
            .map(Mandate.Coverage::parse)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mandate.Coverage.class))),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        row.getBoolean("warned"),
        row.getOffsetDateTime("known_from"),
        row.getString("changed_by"));
  }
}
