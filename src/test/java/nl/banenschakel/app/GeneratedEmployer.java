package nl.banenschakel.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.banenschakel.kernel.Bsn;

/**
 * The files of an employer that does not exist, made from a seed: some people are registered, some
 * have contracts that begin, end or change, some have hours that fit them, and everything may be
 * missing.
 */
final class GeneratedEmployer {
  private static final int PEOPLE = 9;
  private static final int MONTHS = 3;
  private static final LocalDate PERIOD_START = LocalDate.parse("2026-01-01");
  private static final int PERIOD_DAYS = 90;

  private final Random random;
  private final List<String> register = new ArrayList<>();
  private final List<Contract> contracts = new ArrayList<>();
  private final List<String> wageReturns = new ArrayList<>();

  /** A line of the contracts file; a contract without an end runs on. */
  private record Contract(
      String personnelNumber,
      String bsn,
      LocalDate start,
      String end,
      String hours,
      String number) {

    String line() {
      return String.join(";", personnelNumber, bsn, start.toString(), end, hours, number) + "\n";
    }

    List<Contract> splitAt(LocalDate day) {
      return List.of(
          new Contract(personnelNumber, bsn, start, day.minusDays(1).toString(), hours, number),
          new Contract(personnelNumber, bsn, day, end, hours, number));
    }

    boolean canBeSplitAt(LocalDate day) {
      return day.isAfter(start) && (end.isEmpty() || !day.isAfter(LocalDate.parse(end)));
    }
  }

  GeneratedEmployer(long seed) {
    random = new Random(seed);
    var bsns = bsns();
    for (int person = 0; person < PEOPLE; person++) {
      if (random.nextInt(4) > 0) {
        register.add(bsns.get(person));
      }
      addContracts("E-" + person, bsns.get(person), random.nextBoolean() ? "K-" + person : "");
    }
    for (int month = 1; month <= MONTHS; month++) {
      wageReturns.add(SampleFiles.wageReturn(month, relationships(bsns)));
    }
    wageReturns.add(correction("CORRECTION-1", "2026-05-01T09:00:00", bsns));
  }

  String registerFile() {
    return "BSN\n" + String.join("\n", register) + "\n";
  }

  String contractsFile() {
    var file =
        new StringBuilder(
            "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Contractnummer\n");
    contracts.forEach(contract -> file.append(contract.line()));
    return file.toString();
  }

  List<String> wageReturns() {
    return List.copyOf(wageReturns);
  }

  /** The last wage return is a correction: here it is once more, changed as is said. */
  String correction() {
    return wageReturns.get(wageReturns.size() - 1);
  }

  /** Lines and files in another order. */
  @CanIgnoreReturnValue
  GeneratedEmployer shuffled(long seed) {
    var order = new Random(seed);
    Collections.shuffle(register, order);
    Collections.shuffle(contracts, order);
    Collections.shuffle(wageReturns, order);
    return this;
  }

  /** Every contract that runs at a day of the period, chosen for each, in two that touch. */
  @CanIgnoreReturnValue
  GeneratedEmployer split(long seed) {
    var days = new Random(seed);
    var whole = List.copyOf(contracts);
    contracts.clear();
    for (var contract : whole) {
      var day = PERIOD_START.plusDays(days.nextInt(PERIOD_DAYS));
      contracts.addAll(contract.canBeSplitAt(day) ? contract.splitAt(day) : List.of(contract));
    }
    return this;
  }

  private List<String> bsns() {
    var bsns = new ArrayList<String>();
    for (int next = 999_970_000 + random.nextInt(10_000); bsns.size() < PEOPLE; next++) {
      if (Bsn.passesElfproef(String.valueOf(next))) {
        bsns.add(String.valueOf(next));
      }
    }
    return bsns;
  }

  private void addContracts(String personnelNumber, String bsn, String number) {
    var start = LocalDate.parse("2024-01-01").plusDays(random.nextInt(850));
    for (int part = random.nextInt(3); part > 0; part--) {
      var end = start.plusDays(30 + random.nextInt(400));
      boolean open = part == 1 && random.nextBoolean();
      var hours = "%d,%02d".formatted(8 + random.nextInt(30), 25 * random.nextInt(4));
      contracts.add(
          new Contract(personnelNumber, bsn, start, open ? "" : end.toString(), hours, number));
      start = end.plusDays(1 + (long) random.nextInt(2) * random.nextInt(20));
    }
  }

  private String[] relationships(List<String> bsns) {
    var relationships = new ArrayList<String>();
    for (int person = 0; person < PEOPLE; person++) {
      if (random.nextInt(5) > 0) {
        relationships.add(SampleFiles.relationship("E-" + person, bsns.get(person), hours()));
      }
    }
    return relationships.toArray(String[]::new);
  }

  private int hours() {
    return random.nextInt(6) == 0 ? 0 : 30 + random.nextInt(130);
  }

  private String correction(String idBer, String sentAt, List<String> bsns) {
    var person = random.nextInt(PEOPLE);
    return SampleFiles.message(
        idBer,
        sentAt,
        "<TijdvakCorrectie><DatAanvTv>2026-02-01</DatAanvTv><DatEindTv>2026-02-28</DatEindTv>%s</TijdvakCorrectie>\n"
            .formatted(SampleFiles.relationship("E-" + person, bsns.get(person), hours())));
  }
}
