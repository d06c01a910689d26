package nl.banenschakel.payroll.merge;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.payroll.message.WageReturnBatch;
import nl.banenschakel.payroll.message.WageReturnMessage;
import nl.banenschakel.payroll.message.WageReturnMessage.Block;
import nl.banenschakel.payroll.message.WageReturnMessage.Content;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import org.jspecify.annotations.Nullable;

/** Rows of the schema {@code payroll}. */
final class MergeRepository {
  private final Sql sql = Sql.load("payroll");

  /** A relationship or withdrawal that is in its tijdvak twice, and where it was first. */
  record Repeated(Place place, Place first) {}

  /** Among the relationships, or among the withdrawals, of a block. */
  record Place(int block, boolean withdrawn, int position) {}

  /** A message that took its place: from when on it is known. */
  record Added(UUID message, OffsetDateTime moment) {}

  Future<Void> stage(Tx tx, UUID upload, WageReturnBatch batch) {
    var args = new ArrayList<@Nullable Object>();
    args.add(tx.tenant());
    args.add(upload);
    args.addAll(batch.columns());
    return tx.update(sql.get("stageRelationships"), args.toArray()).mapEmpty();
  }

  /** For the big statements that follow in this transaction. */
  Future<Void> preferHashJoins(Tx tx) {
    return tx.run(sql.get("preferHashJoins")).mapEmpty();
  }

  /** The first ones, in the order of the file. */
  Future<List<Repeated>> findRepeated(Tx tx, UUID upload, WageReturnMessage message, int max) {
    return tx.list(
        sql.get("findRepeated"),
        MergeRepository::repeated,
        tx.tenant(),
        upload,
        positions(message),
        tijdvakken(message),
        max);
  }

  /** The stored message with the same number, moment and IdBer. */
  Future<Optional<UUID>> find(Tx tx, WageReturnMessage message) {
    return tx.first(
        sql.get("findMessage"),
        row -> row.getUUID(0),
        tx.tenant(),
        message.number().text(),
        message.sentAt(),
        message.idBer());
  }

  /** Whether what is staged says anything else than what is stored of the same message. */
  Future<Boolean> differs(Tx tx, UUID upload, WageReturnMessage message, UUID stored) {
    return tx.first(
            sql.get("differsFromStored"),
            row -> row.getBoolean("differs"),
            tx.tenant(),
            upload,
            message.number().text(),
            message.sentAt(),
            message.idBer(),
            stored,
            positions(message),
            tijdvakken(message),
            kinds(message))
        .map(Optional::orElseThrow);
  }

  /** Adds the message and the tijdvakken it speaks of. */
  Future<Added> add(Tx tx, UUID upload, WageReturnMessage message) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return tx.first(
            sql.get("addMessage"),
            row -> new Added(id, row.getOffsetDateTime("received_at")),
            tx.tenant(),
            id,
            message.number().text(),
            message.sentAt(),
            message.idBer(),
            upload)
        .map(Optional::orElseThrow)
        .compose(added -> addBlocks(tx, id, message).map(added));
  }

  /** Adds a version for each relationship and withdrawal that is staged; gives how many. */
  Future<Integer> addVersions(Tx tx, UUID upload, WageReturnMessage message, Added added) {
    return tx.update(
        sql.get("addRelationships"),
        tx.tenant(),
        upload,
        message.number().text(),
        message.sentAt(),
        message.idBer(),
        added.message(),
        added.moment(),
        tijdvakken(message));
  }

  /** Ends the knowledge of what this message replaces; gives how many. After its own versions. */
  Future<Integer> supersede(Tx tx, WageReturnMessage message, Added added) {
    return tx.update(
        sql.get("supersede"),
        tx.tenant(),
        message.number().text(),
        message.sentAt(),
        message.idBer(),
        added.message(),
        added.moment(),
        tijdvakken(message));
  }

  Future<Void> purge(Tx tx, UUID upload) {
    return tx.update(sql.get("purgeRelationships"), tx.tenant(), upload).mapEmpty();
  }

  private Future<Void> addBlocks(Tx tx, UUID id, WageReturnMessage message) {
    return tx.update(
            sql.get("addBlocks"),
            tx.tenant(),
            id,
            positions(message),
            tijdvakken(message),
            column(message, block -> block.tijdvak().start()).toArray(LocalDate[]::new),
            column(message, block -> block.tijdvak().end()).toArray(LocalDate[]::new),
            kinds(message),
            content(message, Content::relationships),
            content(message, Content::withdrawals),
            content(message, Content::verloondeUren))
        .mapEmpty();
  }

  private static Integer[] positions(WageReturnMessage message) {
    return column(message, Block::position).toArray(Integer[]::new);
  }

  private static String[] tijdvakken(WageReturnMessage message) {
    return column(message, block -> block.tijdvak().code()).toArray(String[]::new);
  }

  private static String[] kinds(WageReturnMessage message) {
    return column(message, block -> block.kind().name()).toArray(String[]::new);
  }

  private static Long[] content(WageReturnMessage message, Function<Content, Long> figure) {
    return column(message, block -> figure.apply(block.content())).toArray(Long[]::new);
  }

  private static <T> List<T> column(WageReturnMessage message, Function<Block, T> value) {
    return message.blocks().stream().map(value).toList();
  }

  private static Repeated repeated(Row row) {
    return new Repeated(
        new Place(row.getInteger("block"), row.getBoolean("withdrawn"), row.getInteger("position")),
        new Place(
            row.getInteger("first_block"),
            row.getBoolean("first_withdrawn"),
            row.getInteger("first_position")));
  }
}
