package nl.banenschakel.register.freshness;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code register.ageing}. */
final class AgeingRepository {
  private final Sql sql = Sql.load("register");

  /** The peildatum of the list, when it is still the newest of its number and this is news. */
  Future<Optional<LocalDate>> tell(Tx tx, UUID list, Freshness.Level level) {
    return tx.first(
        sql.get("tellAgeing"), row -> row.getLocalDate("peildatum"), list, level.name());
  }
}
