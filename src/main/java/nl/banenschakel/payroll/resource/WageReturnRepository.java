package nl.banenschakel.payroll.resource;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.payroll.message.WageReturnMessage.Kind;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Messages and versions of relationships, as records. */
final class WageReturnRepository {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Sql sql = Sql.load("payroll_resource");

  /** What the messages that speak of a tijdvak tell of it. */
  record Spoken(Tijdvak tijdvak, boolean returned, int messages, LocalDateTime latestSentAt) {}

  /** What is known of the relationships of a tijdvak. */
  record Sum(
      Tijdvak tijdvak,
      long versions,
      long relationships,
      long anonymous,
      VerloondeUren hours,
      boolean contractsRun,
      boolean totalDiffers) {}

  /** The newest first. */
  Future<List<WageReturn>> list(
      Tx tx,
      Optional<Loonheffingennummer> number,
      Optional<Tijdvak> tijdvak,
      KnownAt asOf,
      Optional<UUID> after,
      int limit) {
    return tx.run(
            sql.get("listMessages"),
            number.map(Loonheffingennummer::text).orElse(null),
            tijdvak.map(Tijdvak::code).orElse(null),
            asOf.instant(),
            after.orElse(null),
            limit)
        .map(WageReturnRepository::messages);
  }

  /** One message, when it was known. */
  Future<Optional<WageReturn>> find(Tx tx, UUID id, KnownAt asOf) {
    return tx.run(sql.get("findMessageById"), id, asOf.instant())
        .map(rows -> messages(rows).stream().findFirst());
  }

  /**
   * Relationships by tijdvak, subject and NumIV.
   *
   * @param tijdvakken in order; where to go on lies in the first of them
   * @param message what it says; empty: what is in force
   */
  Future<List<Relationship>> relationships(
      Tx tx,
      Loonheffingennummer number,
      List<Tijdvak> tijdvakken,
      KnownAt asOf,
      Optional<UUID> message,
      Optional<RelationshipPosition> after,
      int limit) {
    return tx.list(
        sql.get("listRelationships"),
        WageReturnRepository::relationship,
        number.text(),
        column(tijdvakken, Tijdvak::code).toArray(String[]::new),
        asOf.instant(),
        after.map(RelationshipPosition::subject).orElse(BEFORE_ALL),
        after.map(RelationshipPosition::numIv).orElse(-1),
        limit,
        message.orElse(null));
  }

  /** Every tijdvak that a message speaks of. */
  Future<List<Spoken>> spoken(Tx tx, Loonheffingennummer number, KnownAt asOf) {
    return tx.list(
        sql.get("listBlocks"),
        row ->
            new Spoken(
                Tijdvak.parse(row.getString("tijdvak")),
                row.getBoolean("returned"),
                row.getInteger("messages"),
                row.getLocalDateTime("latest_sent_at")),
        number.text(),
        asOf.instant());
  }

  /** In the order of the calendar. */
  Future<List<Sum>> sums(
      Tx tx, Loonheffingennummer number, List<Tijdvak> tijdvakken, KnownAt asOf) {
    return tx.list(
        sql.get("sumTijdvakken"),
        row ->
            new Sum(
                Tijdvak.parse(row.getString("tijdvak")),
                row.getLong("versions"),
                row.getLong("relationships"),
                row.getLong("anonymous"),
                new VerloondeUren(row.getLong("verloonde_uren")),
                row.getBoolean("contracts_run"),
                row.getBoolean("total_differs")),
        number.text(),
        column(tijdvakken, Tijdvak::code).toArray(String[]::new),
        column(tijdvakken, Tijdvak::start).toArray(LocalDate[]::new),
        column(tijdvakken, Tijdvak::end).toArray(LocalDate[]::new),
        asOf.instant());
  }

  private static <T> List<T> column(List<Tijdvak> tijdvakken, Function<Tijdvak, T> value) {
    return tijdvakken.stream().map(value).toList();
  }

  private static List<WageReturn> messages(RowSet<Row> rows) {
    Map<UUID, WageReturn> found = new LinkedHashMap<>();
    for (var row : rows) {
      found.merge(row.getUUID("message_id"), message(row), WageReturnRepository::joined);
    }
    return List.copyOf(found.values());
  }

  private static WageReturn joined(WageReturn earlier, WageReturn next) {
    var blocks = new ArrayList<>(earlier.blocks());
    blocks.addAll(next.blocks());
    return new WageReturn(
        earlier.id(),
        earlier.number(),
        earlier.sentAt(),
        earlier.idBer(),
        earlier.upload(),
        earlier.receivedAt(),
        List.copyOf(blocks));
  }

  private static WageReturn message(Row row) {
    var block =
        new WageReturn.Block(
            Tijdvak.parse(row.getString("tijdvak")),
            Kind.valueOf(row.getString("kind")),
            row.getInteger("relationships"),
            row.getInteger("withdrawals"),
            new VerloondeUren(row.getLong("verloonde_uren")));
    return new WageReturn(
        row.getUUID("message_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        row.getLocalDateTime("sent_at"),
        row.getString("id_ber"),
        row.getUUID("upload_id"),
        row.getOffsetDateTime("received_at"),
        List.of(block));
  }

  private static Relationship relationship(Row row) {
    return new Relationship(
        Tijdvak.parse(row.getString("tijdvak")),
        row.getUUID("subject"),
        row.getInteger("num_iv"),
        Optional.ofNullable(row.getUUID("person_id")),
        Optional.ofNullable(row.getString("personnel_number")),
        row.getBoolean("withdrawn") ? Optional.empty() : Optional.of(stated(row)),
        row.getUUID("message_id"),
        row.getBoolean("in_force"));
  }

  private static Relationship.Stated stated(Row row) {
    return new Relationship.Stated(
        new VerloondeUren(row.getInteger("verloonde_uren")),
        Optional.ofNullable(row.getBigDecimal("contract_hours_per_week")),
        row.getBigDecimal("premium_wage"),
        row.getBoolean("lkv_requested"),
        Optional.ofNullable(row.getInteger("cd_aard")),
        row.getInteger("srt_iv"));
  }
}
