package nl.banenschakel.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.IntStream;
import nl.banenschakel.app.demo.WageReturnXml;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Tijdvak;

/** Big files of people who do not exist: three contracts and one income relationship each. */
final class LoadFiles {
  private static final int CONTRACTS_EACH = 3;
  private static final Tijdvak MONTH = Tijdvak.parse("2026-M01");

  /** Begin with 99: no such BSN was ever given out, and there are enough of them. */
  private static final int[] BSNS =
      IntStream.rangeClosed(990_000_000, 999_999_999)
          .filter(number -> Bsn.passesElfproef(Integer.toString(number)))
          .toArray();

  private LoadFiles() {}

  /**
   * A contracts file as Excel saves it.
   *
   * @param lines at least one
   * @param changedEvery every so many-th contract has other hours; 0 for none
   */
  static Path contracts(Path file, int lines, int changedEvery) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(
          "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Doelgroep verwacht;Afdeling\r\n");
      for (int line = 0; line < lines; line++) {
        int person = line / CONTRACTS_EACH;
        int year = 2020 + 2 * (line % CONTRACTS_EACH);
        boolean last = line % CONTRACTS_EACH == CONTRACTS_EACH - 1;
        out.write(
            "P%06d;%d;01-03-%d;%s;%s;nee;Afdeling %d\r\n"
                .formatted(
                    person,
                    BSNS[person],
                    year,
                    last ? "" : "28-02-" + (year + 2),
                    changedEvery > 0 && line % changedEvery == 0 ? "19,25" : "32,00",
                    person % 40));
      }
    }
    return file;
  }

  /**
   * A complete wage return of January.
   *
   * @param version orders the returns of one month: a later one replaces
   * @param changedEvery every so many-th relationship has other hours; 0 for none
   */
  static Path wageReturn(Path file, int relationships, int version, int changedEvery)
      throws IOException {
    var sentAt = LocalDateTime.of(LocalDate.of(2026, 2, 12), java.time.LocalTime.of(9, version));
    var xml = new WageReturnXml("VolledigeAangifte", LoadGateway.NUMBER, MONTH, sentAt);
    try (var out = Files.newBufferedWriter(file)) {
      out.write(xml.head());
      for (int n = 0; n < relationships; n++) {
        int hours = changedEvery > 0 && n % changedEvery == 0 ? 85 : 139;
        out.write(xml.relationship("P%06d".formatted(n), Integer.toString(BSNS[n]), hours, false));
      }
      out.write(xml.tail());
    }
    return file;
  }
}
