package nl.banenschakel.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nl.banenschakel.app.demo.WageReturnXml;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Tijdvak;

/** Big files of people who do not exist: three contracts and one income relationship each. */
final class LoadFiles {
  private static final int CONTRACTS_EACH = 3;

  /** Begin with 99: no such BSN was ever given out, and there are enough of them. */
  private static final int[] BSNS =
      IntStream.rangeClosed(990_000_000, 999_999_999)
          .filter(number -> Bsn.passesElfproef(Integer.toString(number)))
          .toArray();

  private static final String CONTRACTS_HEAD =
      "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Doelgroep verwacht;Afdeling\r\n";

  /** One mistake each, that no other line is needed to see. */
  private static final List<UnaryOperator<String>> MISTAKES =
      List.of(
          line -> line.replace("01-03-", "31-02-"),
          line -> line.replaceFirst(";99(\\d{7});", ";98$1;"),
          line -> line.replace(";32,00;", ";99,00;"),
          line -> line.replace(";nee;", ";misschien;"),
          line -> line.replaceFirst("P\\d+", ""));

  private LoadFiles() {}

  /** The BSN of somebody who does not exist, by a number from 0. */
  static String bsn(int person) {
    return Integer.toString(BSNS[person]);
  }

  /**
   * A contracts file as Excel saves it.
   *
   * @param first of the lines, from 0: another one has other people
   * @param lines at least one
   * @param changedEvery every so many-th contract has other hours; 0 for none
   */
  static void contracts(Path file, int first, int lines, int changedEvery) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(CONTRACTS_HEAD);
      for (int line = first; line < first + lines; line++) {
        out.write(contract(line, changedEvery > 0 && line % changedEvery == 0 ? "19,25" : "32,00"));
      }
    }
  }

  /**
   * The same, where some lines hold a mistake.
   *
   * @param wrong numbers of lines, of which the header is 1
   */
  static void wrongContracts(Path file, int lines, Set<Integer> wrong) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write(CONTRACTS_HEAD);
      for (int line = 0; line < lines; line++) {
        var mistake = MISTAKES.get(line % MISTAKES.size());
        var right = contract(line, "32,00");
        out.write(wrong.contains(line + 2) ? mistake.apply(right) : right);
      }
    }
  }

  private static String contract(int line, String hours) {
    int person = line / CONTRACTS_EACH;
    int year = 2020 + 2 * (line % CONTRACTS_EACH);
    boolean last = line % CONTRACTS_EACH == CONTRACTS_EACH - 1;
    return "P%06d;%d;01-03-%d;%s;%s;nee;Afdeling %d\r\n"
        .formatted(
            person, BSNS[person], year, last ? "" : "28-02-" + (year + 2), hours, person % 40);
  }

  /**
   * A complete wage return of a month.
   *
   * @param first of the people, from 0
   * @param version orders the returns of one month: a later one replaces
   * @param changedEvery every so many-th relationship has other hours; 0 for none
   */
  static void wageReturn(
      Path file, Tijdvak month, int first, int relationships, int version, int changedEvery)
      throws IOException {
    var sentAt = LocalDateTime.of(LocalDate.of(2026, 2, 12), java.time.LocalTime.of(9, version));
    var xml = new WageReturnXml("VolledigeAangifte", LoadClient.NUMBER, month, sentAt);
    try (var out = Files.newBufferedWriter(file)) {
      out.write(xml.head());
      for (int n = first; n < first + relationships; n++) {
        int hours = changedEvery > 0 && n % changedEvery == 0 ? 85 : 139;
        out.write(xml.relationship("P%06d".formatted(n), bsn(n), hours, false));
      }
      out.write(xml.tail());
    }
  }
}
