package nl.banenschakel.agreement.draft;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.content.ContentJson;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.json.PlainJson;
import nl.banenschakel.platform.json.StrictJson;
import org.jspecify.annotations.Nullable;

/** Rows of {@code agreement.draft}: a new one with every change. */
final class DraftRepository {
  private final Sql sql = Sql.load("agreement");

  /** The tenant's own, where it has one that is neither proposed nor thrown away. */
  Future<Optional<Draft>> find(Tx tx, Agreement agreement) {
    return tx.first(sql.get("findDraft"), row -> draft(agreement, row), agreement.id());
  }

  /** The number of the tenant's last revision; 0 where there was none. */
  Future<Integer> lastRevision(Tx tx, UUID agreement) {
    return tx.first(
            sql.get("lastRevision"),
            row -> Optional.ofNullable(row.getInteger("revision")),
            tx.tenant(),
            agreement)
        .map(found -> found.flatMap(it -> it).orElse(0));
  }

  /** False: somebody else put that revision meanwhile. */
  Future<Boolean> put(Tx tx, UUID agreement, int revision, Content content, String by) {
    return put(tx, agreement, revision, PlainJson.write(ContentJson.of(content)).toString(), by);
  }

  /** The same, where it is thrown away. */
  Future<Boolean> discard(Tx tx, UUID agreement, int revision, String by) {
    return put(tx, agreement, revision, (String) null, by);
  }

  private Future<Boolean> put(
      Tx tx, UUID agreement, int revision, @Nullable String content, String by) {
    return tx.first(sql.get("putDraft"), row -> true, tx.tenant(), agreement, revision, content, by)
        .map(Optional::isPresent);
  }

  private static Draft draft(Agreement agreement, Row row) {
    return new Draft(
        agreement,
        row.getInteger("revision"),
        ContentJson.stored(
            StrictJson.object(Buffer.buffer(row.getString("content"))), agreement.kind()),
        row.getOffsetDateTime("changed_at"),
        row.getString("changed_by"));
  }
}
