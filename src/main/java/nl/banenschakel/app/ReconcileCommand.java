package nl.banenschakel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.report.CsvReport;
import nl.banenschakel.report.CsvTable;
import nl.banenschakel.report.ReportDocument;
import nl.banenschakel.report.ReportJson;
import nl.banenschakel.report.TextReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reconciles the files of one employer in one process, and leaves nothing behind. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Reconciles a register list, contracts and wage returns, and prints the report.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, with or without differences",
      "1:our fault, or something of the gateway is missing; stderr says what",
      "2:bad usage",
      "3:a file was refused; every mistake is on stderr"
    })
@SuppressWarnings("NullAway.Init") // Picocli fills the required options before call().
final class ReconcileCommand implements Callable<Integer> {
  private static final int REFUSED = 3;

  @Option(
      names = "--employer",
      required = true,
      paramLabel = "LOONHEFFINGENNUMMER",
      description = "Whose payroll it is, such as 001000275L01.")
  private String employer;

  @Option(
      names = "--register",
      required = true,
      paramLabel = "FILE",
      description = "The BSNs that the Werkgeversportaal showed: one per line, CSV or .xlsx.")
  private Path register;

  @Option(
      names = "--peildatum",
      required = true,
      paramLabel = "DATE",
      description = "The day the list speaks of, such as 2026-04-01.")
  private LocalDate peildatum;

  @Option(
      names = "--contracts",
      required = true,
      paramLabel = "FILE",
      description = "The contracts export of the HR system: CSV or .xlsx.")
  private Path contracts;

  @Option(
      names = "--wage-return",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "A wage return (Loonaangifte XML); several files, or the option again.")
  private List<Path> wageReturns;

  @Option(
      names = "--format",
      defaultValue = "TABLE",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format;

  @Spec private CommandSpec spec;

  /** How the report is written. */
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  @Override
  public Integer call() throws Exception {
    var number = number();
    requireReadable();
    var vertx = Gateway.vertx();
    try (var database = Database.throwAway()) {
      var work = new FileReconciliation(vertx, database, number);
      var refusals = new ArrayList<String>();
      refusals.addAll(work.takeRegister(register, peildatum));
      refusals.addAll(work.takeContracts(contracts));
      for (int n = 1; n <= wageReturns.size(); n++) {
        refusals.addAll(work.takeWageReturn(n, wageReturns.get(n - 1)));
      }
      if (!refusals.isEmpty()) {
        refusals.forEach(spec.commandLine().getErr()::println);
        return REFUSED;
      }
      var out = spec.commandLine().getOut();
      work.reconcile(form(), out::print);
      out.print(format == Format.JSON ? System.lineSeparator() : "");
      out.flush();
      return 0;
    } catch (Failure refused) {
      if (!FileReconciliation.isOfTheFiles(refused)) {
        throw refused;
      }
      spec.commandLine().getErr().println("%s (%s)".formatted(refused.detail(), refused.code()));
      return REFUSED;
    } finally {
      Waiting.on(vertx.close());
    }
  }

  private ReportDocument form() {
    return switch (format) {
      case TABLE -> new TextReport();
      case JSON -> ReportJson.ofMoment();
      case CSV -> new CsvReport(CsvTable.Flavour.EXCEL_NL);
    };
  }

  private Loonheffingennummer number() {
    try {
      return Loonheffingennummer.parse(employer);
    } catch (Malformed malformed) {
      throw usage("--employer: " + malformed.expected());
    }
  }

  private void requireReadable() {
    requireReadable("--register", register);
    requireReadable("--contracts", contracts);
    wageReturns.forEach(file -> requireReadable("--wage-return", file));
  }

  /** People name files after people: a BSN in a name is not repeated. */
  private void requireReadable(String option, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      var place = Bsn.occursIn(file.toString()) ? "under that name" : "at " + file;
      throw usage("%s: there is no file to read %s".formatted(option, place));
    }
  }

  private ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
