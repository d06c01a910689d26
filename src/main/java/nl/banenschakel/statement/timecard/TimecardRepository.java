package nl.banenschakel.statement.timecard;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.vault.TenantVault.SealedFile;

/** Rows of {@code statement.timecard}. */
final class TimecardRepository {
  private final Sql sql = Sql.load("statement_timecard");

  /**
   * A version of a card.
   *
   * @param number from 1
   * @param statement what it states
   * @param card empty: it was taken back
   */
  record Version(int number, UUID statement, Optional<SealedFile> card) {}

  Future<Optional<Version>> newest(Tx tx, UUID id) {
    return tx.first(sql.get("findTimecard"), TimecardRepository::version, id);
  }

  /** False: somebody else added that version meanwhile. */
  Future<Boolean> add(Tx tx, UUID id, Version version) {
    return tx.first(
            sql.get("addTimecard"),
            row -> true,
            tx.tenant(),
            id,
            version.number(),
            version.statement(),
            version.card().map(SealedFile::bytes).orElse(null),
            version.card().map(SealedFile::keyId).orElse(null))
        .map(Optional::isPresent);
  }

  private static Version version(Row row) {
    return new Version(
        row.getInteger("version"),
        row.getUUID("statement_id"),
        Optional.ofNullable(row.getBuffer("sealed"))
            .map(bytes -> new SealedFile(bytes, row.getInteger("sealed_key_id"))));
  }
}
