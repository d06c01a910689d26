package nl.banenschakel.platform.intake.mistake;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.vault.TenantVault.SealedFile;
import org.jspecify.annotations.Nullable;

/** Rows of {@code intake.kept_file}. */
final class KeptFileRepository {
  private final Sql sql = Sql.load("intake");

  /** A table as it is stored. */
  record Stored(TableFile table, SealedFile file) {}

  /** The table of a refused delivery, or why it is not there; neither where that is not known. */
  record Kept(Optional<Stored> stored, Optional<FileCopy.Lack> lack) {}

  Future<Void> keep(Tx tx, UUID upload, Stored stored) {
    return tx.update(
            sql.get("keepFile"),
            tx.tenant(),
            upload,
            stored.table().form().name(),
            stored.table().sheet().orElse(null),
            stored.file().bytes(),
            stored.file().keyId())
        .mapEmpty();
  }

  Future<Void> keepNone(Tx tx, UUID upload, FileCopy.Lack lack) {
    return tx.update(sql.get("keepNoFile"), upload, lack.name()).mapEmpty();
  }

  Future<Optional<Kept>> find(Tx tx, UUID upload) {
    return tx.first(sql.get("findKeptFile"), KeptFileRepository::kept, upload);
  }

  Future<Integer> remove(Tx tx, int days) {
    return tx.update(sql.get("removeFiles"), days);
  }

  private static Kept kept(Row row) {
    @Nullable Buffer sealed = row.getBuffer("sealed");
    var stored =
        Optional.ofNullable(sealed)
            .map(bytes -> new Stored(table(row), new SealedFile(bytes, row.getInteger("key_id"))));
    var lack = Optional.ofNullable(row.getString("rows_lack")).map(FileCopy.Lack::valueOf);
    return new Kept(stored, lack);
  }

  private static TableFile table(Row row) {
    var form = TableForm.valueOf(row.getString("form"));
    return new TableFile(form, Optional.ofNullable(row.getString("sheet")));
  }
}
