package nl.banenschakel.load;

import java.util.List;
import nl.banenschakel.platform.intake.Uploads;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the load measurements. Prints Markdown. */
@Command(name = "scripts/load", description = "Measures intake, reconciliation and reports.")
@SuppressWarnings("NullAway.Init") // Picocli sets the spec before a command runs.
final class Load {
  @Spec private CommandSpec spec;

  /** None, one, and as many as are taken at once. */
  private static final List<Integer> SENDERS = List.of(0, 1, Uploads.UNDER_WAY_MAX);

  private Load() {}

  /** Runs one measurement. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Load()).execute(arguments));
  }

  @Command(
      name = "intake",
      mixinStandardHelpOptions = true,
      description = "Sends a contracts file and a wage return, again, and with 1 % changed.")
  int intake(
      @Option(names = "--lines", defaultValue = "300000", description = "Of contracts.") int lines,
      @Option(names = "--relationships", defaultValue = "100000", description = "Of a wage return.")
          int relationships,
      @Option(names = "--plans", description = "Shows how PostgreSQL ran long statements.")
          boolean plans,
      @Option(names = "--java-option", description = "For the gateway, such as -Xlog:gc.")
          List<String> javaOptions)
      throws Exception {
    var options = javaOptions == null ? List.<String>of() : javaOptions;
    new IntakeLoad(spec.commandLine().getOut(), lines, relationships, plans, options).run();
    return 0;
  }

  @Command(
      name = "parts",
      mixinStandardHelpOptions = true,
      description = "Times the parts of taking a wage return, each by itself.")
  int parts(
      @Option(names = "--relationships", defaultValue = "100000", description = "Of a wage return.")
          int relationships,
      @Option(names = "--times", defaultValue = "5", description = "The last one counts.")
          int times)
      throws Exception {
    new PartsLoad(spec.commandLine().getOut(), relationships, times).run();
    return 0;
  }

  @Command(
      name = "workbooks",
      mixinStandardHelpOptions = true,
      description = "Sends workbooks of contracts at once, as many as are taken.")
  int workbooks(
      @Option(names = "--lines", defaultValue = "300000", description = "Of each.") int lines)
      throws Exception {
    new WorkbookLoad(spec.commandLine().getOut(), lines).run();
    return 0;
  }

  @Command(
      name = "mistakes",
      mixinStandardHelpOptions = true,
      description = "Sends a contracts file with mistakes, and compares what is reported.")
  int mistakes(
      @Option(names = "--lines", defaultValue = "100000", description = "Of contracts.") int lines,
      @Option(
              names = "--mistakes",
              defaultValue = "1000",
              description = "At most 1,000 are listed.")
          int mistakes,
      @Option(names = "--seed", defaultValue = "1", description = "Decides where they are.")
          long seed)
      throws Exception {
    new MistakesLoad(spec.commandLine().getOut(), lines, mistakes, seed).run();
    return 0;
  }

  @Command(
      name = "slow-sender",
      mixinStandardHelpOptions = true,
      description = "Times other calls while files come in slowly.")
  int slowSender(
      @Option(names = "--seconds", defaultValue = "20", description = "Of each row.") int seconds,
      @Option(names = "--bytes-per-second", defaultValue = "1048576", description = "Of a sender.")
          int bytesPerSecond)
      throws Exception {
    new SlowSenderLoad(spec.commandLine().getOut(), seconds, bytesPerSecond, SENDERS).run();
    return 0;
  }

  @Command(
      name = "audit",
      mixinStandardHelpOptions = true,
      description = "Times reads of which a line is written, beside reads of which none is.")
  int audit(
      @Option(names = "--seconds", defaultValue = "10", description = "Of each row.") int seconds)
      throws Exception {
    new AuditLoad(spec.commandLine().getOut(), seconds).run();
    return 0;
  }

  @Command(
      name = "statements",
      mixinStandardHelpOptions = true,
      description = "Posts time cards of SETU 2.0, and writes as many rows with pgbench.")
  int statements(
      @Option(names = "--seconds", defaultValue = "10", description = "Of each row.") int seconds)
      throws Exception {
    new StatementLoad(spec.commandLine().getOut(), seconds).run();
    return 0;
  }

  @Command(
      name = "reconcile",
      mixinStandardHelpOptions = true,
      description = "Reconciles a year of twelve months of which a tenth of the people is listed.")
  int reconcile(
      @Option(names = "--people", defaultValue = "100000", description = "With paid hours.")
          int people,
      @Option(names = "--plans", description = "Shows how PostgreSQL ran each step.") boolean plans)
      throws Exception {
    new ReconcileLoad(spec.commandLine().getOut(), people, plans).run();
    return 0;
  }

  @Command(
      name = "report",
      mixinStandardHelpOptions = true,
      description = "Reads the report of a year of twelve months in which everybody is listed.")
  int report(
      @Option(names = "--people", defaultValue = "100000", description = "In the report.")
          int people)
      throws Exception {
    new ReportLoad(spec.commandLine().getOut(), people).run();
    return 0;
  }
}
