package nl.banenschakel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.banenschakel.app.demo.DemoClient;
import nl.banenschakel.app.demo.SyntheticFiles;
import nl.banenschakel.app.demo.SyntheticQuarter;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.config.Config;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.log.Logs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the gateway at work on a quarter of people who do not exist; it leaves nothing behind. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Starts a gateway, loads a synthetic quarter through its own interface, prints the report and serves.")
@SuppressWarnings("NullAway.Init") // Picocli sets the spec before call().
final class DemoCommand implements Callable<Integer> {
  private static final int HTTP_PORT = 8080;
  private static final int MANAGEMENT_PORT = 8081;
  private static final String EMPLOYER = "001000275L01";
  private static final String LENDER = "001000287L02";
  private static final Tijdvak FIRST = SyntheticQuarter.JANUARY;
  private static final Tijdvak LAST = SyntheticQuarter.MARCH;
  private static final String PEILDATUM = "2026-04-01";

  @Option(names = "--once", description = "Exit after the report.")
  private boolean once;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logs.onlyWarnings("nl.banenschakel.request"); // the report is what there is to read
    var folder = folder();
    var config = config(folder);
    var running = Running.start(config, Database::throwAway);
    boolean serves = false;
    try {
      var organisation = load(config, running);
      tellHowToGoOn(config, running, organisation);
      serves = !once;
    } catch (DemoClient.Answered problem) {
      spec.commandLine().getErr().println(problem.getMessage());
      return 1;
    } finally {
      if (!serves) {
        stop(running, folder);
      }
    }
    if (serves) {
      ServeCommand.untilStopped(() -> stop(running, folder));
    }
    return 0;
  }

  /** Everything that the report needs, and the report; gives the employer. */
  private UUID load(Config config, Running running) {
    var vertx = Gateway.vertx();
    try {
      var client =
          new DemoClient(vertx, config.http().port(), running.developmentTokens().orElseThrow());
      var employer = Waiting.on(client.createOrganisation("Voorbeeld Zorg", "employer", EMPLOYER));
      Waiting.on(client.createOrganisation("Voorbeeld Uitzend", "lender", LENDER));
      deliver(client, employer);
      var run = Waiting.on(client.reconcile(employer, EMPLOYER, FIRST.code(), LAST.code()));
      spec.commandLine().getOut().println(Waiting.on(client.report(employer, run)));
      return employer;
    } finally {
      Waiting.on(vertx.close());
    }
  }

  /** The colleague who was forgotten in the return of January follows in a supplement. */
  private static void deliver(DemoClient client, UUID employer) {
    var people = SyntheticQuarter.people();
    var forgotten = people.subList(0, 1);
    var others = people.subList(1, people.size());
    Waiting.on(
        client.addRegisterList(employer, EMPLOYER, PEILDATUM, SyntheticFiles.registerList(people)));
    Waiting.on(client.addContracts(employer, EMPLOYER, SyntheticFiles.contracts(people)));
    for (var wageReturn :
        List.of(
            SyntheticFiles.fullReturn(EMPLOYER, FIRST, others),
            SyntheticFiles.supplement(EMPLOYER, FIRST, forgotten),
            SyntheticFiles.fullReturn(EMPLOYER, LAST, people))) {
      Waiting.on(client.addWageReturn(employer, wageReturn));
    }
  }

  private void tellHowToGoOn(Config config, Running running, UUID organisation) {
    var out = spec.commandLine().getOut();
    var reader = new Caller("demo", organisation, Set.of(organisation), Set.of(Role.FINANCE));
    var url = config.http().publicUrl().toString();
    out.println("The same as a page; this link signs you in, once, within ten minutes:");
    out.println("  " + running.signIn().orElseThrow().link(reader, url));
    if (once) {
      return;
    }
    out.println(
        "The interface is at %s/v1, its contract at %s/v1/openapi.json; a token for it:"
            .formatted(url, url));
    out.println(
        "  BANENSCHAKEL_DATA_FOLDER=%s scripts/run token --role hr --organisation %s"
            .formatted(config.dataFolder(), organisation));
    out.println("Everybody above is invented. Ctrl-C stops the gateway and takes everything away.");
  }

  /** Of settings and environment nothing is used: a demo touches no database but its own. */
  private Config config(Path folder) throws IOException {
    int port = port(HTTP_PORT);
    return Config.standard(
        folder,
        Map.of(
            "data.folder", folder.toString(),
            "http.port", Integer.toString(port),
            "management.port", Integer.toString(port(MANAGEMENT_PORT))));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("banenschakel-demo");
    } catch (IOException unwritable) {
      throw new StartRefused(
          "The folder for temporary files cannot be used",
          System.getProperty("java.io.tmpdir")
              + ": this user cannot write there; set TMPDIR to a folder that it can");
    }
  }

  /** The usual port where nobody has it, so that bookmarks work; else a free one. */
  private int port(int usual) throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    if (!once) {
      try (var probe = new ServerSocket(usual, 1, loopback)) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        // A free one does as well.
      }
    }
    try (var probe = new ServerSocket(0, 1, loopback)) {
      return probe.getLocalPort();
    }
  }

  private static void stop(Running running, Path folder) {
    running.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
