package nl.banenschakel.report;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.db.Rows;
import nl.banenschakel.platform.stream.Chunks;

/**
 * A form in which a report is written, piece by piece: it may have any number of people and of
 * differences. A form has a state, and writes one report.
 */
public interface ReportDocument {

  /**
   * A report of which people and differences are still to be read.
   *
   * @param report what it comes to
   * @param people by personnel number
   * @param findings by code, personnel number and tijdvak
   */
  record Open(Report report, Rows<Report.Person> people, Rows<Report.Finding> findings) {}

  /** What comes before the people. */
  Buffer head(Report report);

  /** Some people. */
  Buffer people(List<Report.Person> people);

  /** What comes between people and differences. */
  Buffer between(Report report);

  /** Some differences. */
  Buffer findings(List<Report.Finding> findings);

  /** What comes after the differences. */
  Buffer tail(Report report);

  /** The whole, read while it is asked for; closing it releases what is held. */
  static Chunks write(Held<Open> held, ReportDocument form) {
    var open = held.value();
    return Chunks.inTurn(
        List.of(
            Chunks.once(() -> form.head(open.report())),
            Chunks.ofEach(open.people()::next, form::people),
            Chunks.once(() -> form.between(open.report())),
            Chunks.ofEach(open.findings()::next, form::findings),
            Chunks.once(() -> form.tail(open.report()))),
        () -> held.release().onComplete(done -> {}));
  }
}
