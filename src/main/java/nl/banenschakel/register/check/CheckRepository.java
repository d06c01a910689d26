package nl.banenschakel.register.check;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.Optional;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Reads evidence; writes nothing. */
final class CheckRepository {
  private final Sql sql = Sql.load("register");

  /** What the newest evidence that any number of this employer has says of somebody today. */
  Future<Optional<Check>> newest(
      Tx tx, Loonheffingennummer number, Buffer blindIndex, LocalDate today) {
    return tx.first(
        sql.get("findEvidenceAbout"),
        row ->
            new Check(
                row.getBoolean("is_in"),
                row.getLocalDate("peildatum"),
                Optional.ofNullable(row.getLocalDate("updated_to")),
                Optional.ofNullable(row.getLocalDate("registered_from")),
                Optional.ofNullable(row.getLocalDate("registered_until")),
                Optional.of(row.getString("address"))),
        blindIndex,
        number.fiscalNumber(),
        today);
  }
}
