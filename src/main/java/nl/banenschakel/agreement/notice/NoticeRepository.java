package nl.banenschakel.agreement.notice;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code agreement.notice}. */
final class NoticeRepository {
  private final Sql sql = Sql.load("agreement");

  /** False: it was told of already. */
  Future<Boolean> add(Tx tx, UUID agreement, LocalDate lastDay, int days) {
    return tx.first(sql.get("addNotice"), row -> true, tx.tenant(), agreement, lastDay, days)
        .map(Optional::isPresent);
  }
}
