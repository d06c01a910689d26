package nl.banenschakel.payroll.total;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.payroll.message.WageReturnMessage;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import org.jspecify.annotations.Nullable;

/** Rows of {@code payroll.control_total}, and what returns come to. */
final class ControlTotalRepository {
  /** Sources and tijdvakken that one delivery is compared with at most. */
  private static final int COMPARED_MAX = 1_000;

  private final Sql sql = Sql.load("payroll_total");

  /** The message that a total came with. */
  record Origin(UUID id, WageReturnMessage message) {}

  /** What is kept beside what somebody said. */
  record Kept(UUID id, BigDecimal toleranceHours, String statedBy, OffsetDateTime moment) {}

  /** Nobody else compares totals of this number until this transaction ends. */
  Future<OffsetDateTime> lock(Tx tx, Loonheffingennummer number) {
    return tx.run(sql.get("lockTotals"), tx.tenant().toString(), number.text())
        .compose(
            locked ->
                tx.first(
                    sql.get("totalMoment"), row -> row.getOffsetDateTime("moment"), number.text()))
        .map(Optional::orElseThrow);
  }

  Future<Void> add(Tx tx, ControlTotalDraft draft, Kept kept, Optional<Origin> origin) {
    return tx.update(
            sql.get("addControlTotal"),
            tx.tenant(),
            kept.id(),
            draft.number().text(),
            draft.tijdvak().code(),
            draft.source(),
            draft.stated().hours().hours(),
            draft.stated().relationships().orElse(null),
            kept.toleranceHours(),
            kept.statedBy(),
            origin.map(Origin::id).orElse(null),
            origin.map(it -> it.message().sentAt()).orElse(null),
            origin.map(it -> it.message().idBer()).orElse(null),
            kept.moment())
        .mapEmpty();
  }

  /** The id that a source's total for a tijdvak has, or had. */
  Future<Optional<UUID>> idOf(Tx tx, ControlTotalDraft draft) {
    return tx.first(
        sql.get("findControlTotalOf"),
        row -> row.getUUID("control_total_id"),
        draft.number().text(),
        draft.tijdvak().code(),
        draft.source());
  }

  Future<Void> end(Tx tx, UUID id, OffsetDateTime moment) {
    return tx.update(sql.get("endControlTotal"), id, moment).mapEmpty();
  }

  /** Ends the totals that came with this message, or with an earlier one of the sender. */
  Future<Void> endOfMessages(
      Tx tx, WageReturnMessage message, List<Tijdvak> tijdvakken, OffsetDateTime moment) {
    return tx.update(
            sql.get("endTotalsOfMessages"),
            message.number().text(),
            codes(tijdvakken),
            ControlTotalDraft.OF_MESSAGE,
            message.sentAt(),
            message.idBer(),
            moment)
        .mapEmpty();
  }

  /** Those of some tijdvakken. */
  Future<List<ControlTotal>> compare(
      Tx tx, Loonheffingennummer number, List<Tijdvak> tijdvakken, OffsetDateTime asOf) {
    return compare(
        tx,
        asOf,
        number.text(),
        codes(tijdvakken),
        Optional.empty(),
        Optional.empty(),
        COMPARED_MAX);
  }

  Future<Optional<ControlTotal>> find(Tx tx, UUID id, OffsetDateTime asOf) {
    return compare(tx, asOf, null, null, Optional.of(id), Optional.empty(), 1)
        .map(found -> found.stream().findFirst());
  }

  /** The latest first, from the one after a given one. */
  Future<List<ControlTotal>> list(
      Tx tx, Loonheffingennummer number, OffsetDateTime asOf, Optional<UUID> after, int limit) {
    return compare(tx, asOf, number.text(), null, Optional.empty(), after, limit);
  }

  private Future<List<ControlTotal>> compare(
      Tx tx,
      OffsetDateTime asOf,
      @Nullable String number,
      String @Nullable [] tijdvakken,
      Optional<UUID> id,
      Optional<UUID> after,
      int limit) {
    return tx.list(
        sql.get("compareTotals"),
        ControlTotalRepository::total,
        asOf,
        number,
        tijdvakken,
        id.orElse(null),
        after.orElse(null),
        limit);
  }

  private static String[] codes(List<Tijdvak> tijdvakken) {
    return tijdvakken.stream().map(Tijdvak::code).toArray(String[]::new);
  }

  private static ControlTotal total(Row row) {
    return new ControlTotal(
        row.getUUID("control_total_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        Tijdvak.parse(row.getString("tijdvak")),
        row.getString("source"),
        new StatedTotal(
            new VerloondeUren(row.getLong("verloonde_uren")),
            Optional.ofNullable(row.getInteger("relationships"))),
        row.getString("stated_by"),
        row.getOffsetDateTime("known_from"),
        Optional.ofNullable(row.getUUID("message_id")),
        row.getBoolean("returned") ? Optional.of(returned(row)) : Optional.empty(),
        row.getBoolean("differs"));
  }

  private static ControlTotal.Returned returned(Row row) {
    return new ControlTotal.Returned(
        new VerloondeUren(row.getLong("returned_verloonde_uren")),
        row.getLong("returned_relationships"));
  }
}
