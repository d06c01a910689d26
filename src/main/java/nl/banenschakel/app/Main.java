package nl.banenschakel.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import nl.banenschakel.platform.db.EmbeddedPostgresFailed;
import nl.banenschakel.platform.db.StartupGuard;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.log.BsnMask;
import nl.banenschakel.platform.log.Logs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

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
        .registerConverter(LocalDate.class, Main::day)
        .setParameterExceptionHandler((mistake, all) -> misused(err, mistake))
        .setExecutionExceptionHandler((cause, command, parsed) -> failed(err, cause))
        .execute(arguments);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException mistake) {
      throw new TypeConversionException("expected a day such as 2026-04-01");
    }
  }

  /** Picocli's messages repeat arguments, and an argument in the wrong place may be a BSN. */
  private static int misused(PrintWriter err, ParameterException mistake) {
    err.println(BsnMask.mask(String.valueOf(mistake.getMessage())));
    mistake.getCommandLine().usage(err);
    return CommandLine.ExitCode.USAGE;
  }

  /** What refuses to start says why; anything else is our fault, and goes to the masked log. */
  private static int failed(PrintWriter err, Exception cause) {
    if (isForTheOperator(cause)) {
      err.println(BsnMask.mask(said(cause)));
    } else {
      err.println("This went wrong through a fault of ours; what is known of it follows.");
      LOG.error("Command failed", cause);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Whether its message alone says what to do. */
  private static boolean isForTheOperator(Exception cause) {
    return cause instanceof StartRefused
        || cause instanceof StartupGuard.Unsafe
        || cause instanceof EmbeddedPostgresFailed
        || cause instanceof Failure.Unavailable
        || cause instanceof Failure.Conflict;
  }

  private static String said(Exception cause) {
    var deeper = cause.getCause();
    return deeper == null
        ? String.valueOf(cause.getMessage())
        : cause.getMessage() + "\n  " + deeper;
  }
}
