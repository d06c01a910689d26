package nl.banenschakel.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the load measurements. Prints Markdown. */
@Command(name = "scripts/load", description = "Measures intake and reconciliation.")
@SuppressWarnings("NullAway.Init") // Picocli sets the spec before a command runs.
final class Load {
  @Spec private CommandSpec spec;

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
          int relationships)
      throws Exception {
    new IntakeLoad(spec.commandLine().getOut(), lines, relationships).run();
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
}
