package nl.banenschakel.statement.table;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code statement.file_statement}. */
final class StatementFileRepository {
  private final Sql sql = Sql.load("statement_table");

  /** Which statements a file came to, in its order. */
  Future<Void> add(Tx tx, UUID upload, List<UUID> statements) {
    return tx.update(
            sql.get("addFileStatements"), tx.tenant(), upload, statements.toArray(UUID[]::new))
        .mapEmpty();
  }
}
