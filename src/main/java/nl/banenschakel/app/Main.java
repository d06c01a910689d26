package nl.banenschakel.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.log.Logs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands. Exit codes: 0 done, 1 our fault, 2 bad usage, 3 input refused. */
@Command(
    name = "scripts/run",
    description = "Banenschakel: register evidence, contracts and wage returns, reconciled.",
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ReconcileCommand.class,
      TokenCommand.class,
      ProvisionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs a command and gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Logs.install();
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((cause, command, parsed) -> failed(err, cause))
        .execute(arguments);
  }

  /** What refuses to start says why; anything else is our fault, and goes to the masked log. */
  private static int failed(PrintWriter err, Exception cause) {
    if (cause instanceof StartRefused refused) {
      err.println(refused.getMessage());
    } else {
      err.println("This went wrong through a fault of ours; what is known of it follows.");
      LOG.error("Command failed", cause);
    }
    return 1;
  }
}
