package nl.banenschakel.employment;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Violation;
import org.jspecify.annotations.Nullable;

/** Rows of the schema {@code employment}. */
final class ContractRepository {
  /** Mistakes that are read back: more than are listed, so that the total says something. */
  private static final int MISTAKES_MAX = 10_000;

  /** Parts of one contract that start on the same day: more is a column read as contract number. */
  private static final int PARTS_MAX = 100;

  private final Sql sql = Sql.load("employment");

  /** What opening did: versions opened, those of them that replace one, and lines delivered. */
  record Opened(long opened, long changed, long lines) {}

  Future<Void> stage(Tx tx, UUID upload, ContractBatch batch) {
    var args = new ArrayList<@Nullable Object>();
    args.add(tx.tenant());
    args.add(upload);
    args.addAll(Arrays.asList(batch.columns()));
    return tx.update(sql.get("stageContracts"), args.toArray()).mapEmpty();
  }

  /** For the big statements that follow in this transaction. */
  Future<Void> preferHashJoins(Tx tx) {
    return tx.run(sql.get("preferHashJoins")).mapEmpty();
  }

  /** Mistakes over all rows of a delivery; a function tells where a row is. */
  Future<List<Violation>> findRepeated(Tx tx, UUID upload, IntFunction<String> at) {
    return tx.list(
        sql.get("findRepeated"), row -> repeated(row, at), tx.tenant(), upload, MISTAKES_MAX);
  }

  Future<List<Violation>> findTooManyParts(Tx tx, UUID upload, IntFunction<String> at) {
    return tx.list(
        sql.get("findTooManyParts"),
        row -> tooManyParts(row, at),
        tx.tenant(),
        upload,
        PARTS_MAX,
        MISTAKES_MAX);
  }

  /** Numbers that are the BSN of somebody in the delivery or of somebody known. */
  Future<List<Violation>> findBsnsElsewhere(Tx tx, UUID upload, IntFunction<String> at) {
    return tx.list(
        sql.get("findBsnsElsewhere"),
        row -> bsnElsewhere(row, at),
        tx.tenant(),
        upload,
        MISTAKES_MAX);
  }

  /** From when on what is merged now is known; nobody else gets one until the transaction ends. */
  Future<OffsetDateTime> instant(Tx tx) {
    return tx.first(sql.get("mergeInstant"), row -> row.getOffsetDateTime("instant"), tx.tenant())
        .map(found -> found.orElseThrow());
  }

  /** Whether anything was ever known of this number and source. */
  Future<Boolean> isKnown(Tx tx, ContractDelivery of) {
    return tx.first(sql.get("isKnown"), row -> row, tx.tenant(), of.number().text(), of.source())
        .map(found -> found.isPresent());
  }

  /** Ends the knowledge of what the delivery has otherwise, or no longer; gives how many. */
  Future<Integer> close(Tx tx, UUID upload, ContractDelivery of, OffsetDateTime instant) {
    return tx.update(
        sql.get("closeContracts"),
        tx.tenant(),
        of.number().text(),
        of.source(),
        upload,
        instant,
        of.scope() == ContractDelivery.Scope.FULL);
  }

  /** Adds what the delivery has and is not known; only after {@link #close}. */
  Future<Opened> open(Tx tx, UUID upload, ContractDelivery of, OffsetDateTime instant) {
    return tx.first(
            sql.get("openContracts"),
            row -> new Opened(row.getLong("opened"), row.getLong("changed"), row.getLong("lines")),
            tx.tenant(),
            of.number().text(),
            of.source(),
            upload,
            instant)
        .map(found -> found.orElseThrow());
  }

  /** The same, where nothing was ever known: without looking for what is. */
  Future<Opened> openFirst(Tx tx, UUID upload, ContractDelivery of, OffsetDateTime instant) {
    return tx.update(
            sql.get("openFirstContracts"),
            tx.tenant(),
            of.number().text(),
            of.source(),
            upload,
            instant)
        .map(lines -> new Opened(lines, 0, lines));
  }

  Future<Void> purge(Tx tx, UUID upload) {
    return tx.update(sql.get("purgeContracts"), upload).mapEmpty();
  }

  private static Violation repeated(Row row, IntFunction<String> at) {
    return new Violation(
        at.apply(row.getInteger("line")),
        "DUPLICATE_CONTRACT",
        "This has the same personnel number and start date as %s: give both a contract number, or leave one out."
            .formatted(at.apply(row.getInteger("first_line"))));
  }

  private static Violation tooManyParts(Row row, IntFunction<String> at) {
    return new Violation(
        at.apply(row.getInteger("line")),
        "CONTRACT_PARTS",
        "More than %d lines have this contract number and start date: is it a contract's own number?"
            .formatted(PARTS_MAX));
  }

  private static Violation bsnElsewhere(Row row, IntFunction<String> at) {
    return new Violation(
        at.apply(row.getInteger("line")),
        "BSN_ELSEWHERE",
        "The %s here is somebody's BSN: give another one."
            .formatted(
                row.getBoolean("in_contract_number") ? "contract number" : "personnel number"));
  }
}
