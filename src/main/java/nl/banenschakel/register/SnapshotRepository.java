package nl.banenschakel.register;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of the schema {@code register}. */
final class SnapshotRepository {
  private final Sql sql = Sql.load("register");

  Future<Void> stage(Tx tx, UUID upload, ListBatch batch) {
    return tx.update(
            sql.get("stageList"),
            tx.tenant(),
            upload,
            batch.lines().toArray(Integer[]::new),
            batch.blindIndexes().toArray(Buffer[]::new))
        .mapEmpty();
  }

  /** Makes a snapshot of what is staged, or finds the one that has the same content. */
  Future<Snapshot> add(Tx tx, UUID upload, EvidenceDraft draft, String receivedBy) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return tx.update(
            sql.get("addSnapshot"),
            tx.tenant(),
            upload,
            id,
            draft.number().text(),
            draft.peildatum(),
            draft.updatedTo().orElse(null),
            receivedBy,
            draft.source().text())
        .compose(added -> tx.update(sql.get("addListing"), upload, id))
        .compose(
            listed ->
                tx.update(
                    sql.get("addDelivery"),
                    tx.tenant(),
                    upload,
                    draft.number().text(),
                    draft.peildatum()))
        .compose(
            delivered -> tx.first(sql.get("findDelivered"), SnapshotRepository::snapshot, upload))
        .map(Optional::orElseThrow);
  }

  Future<Void> purge(Tx tx, UUID upload) {
    return tx.update(sql.get("purgeList"), upload).mapEmpty();
  }

  Future<Optional<Snapshot>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findSnapshot"), SnapshotRepository::snapshot, id);
  }

  Future<List<Snapshot>> list(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listSnapshots"), SnapshotRepository::snapshot, after.orElse(null), limit);
  }

  private static Snapshot snapshot(Row row) {
    return new Snapshot(
        row.getUUID("snapshot_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        row.getLocalDate("peildatum"),
        Optional.ofNullable(row.getLocalDate("updated_to")),
        EvidenceSource.stored(row.getString("source")),
        row.getInteger("lines"),
        row.getInteger("persons"),
        row.getOffsetDateTime("received_at"),
        row.getString("received_by"));
  }
}
