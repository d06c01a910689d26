package nl.banenschakel.report;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.db.Tx;

/** Makes a run, has its report read in the same transaction, and undoes it when it is released. */
@FunctionalInterface
public interface Rehearsal {

  /**
   * What a report is asked for.
   *
   * @param number of whom
   * @param from first tijdvak; else as in a run
   * @param until last tijdvak; else as in a run
   * @param asOf what it knows
   */
  record Question(
      Loonheffingennummer number, Optional<Tijdvak> from, Optional<Tijdvak> until, KnownAt asOf) {}

  /** Gives what was opened. */
  Future<Held<ReportDocument.Open>> open(
      Caller caller, Question question, BiFunction<Tx, UUID, Future<ReportDocument.Open>> opening);
}
