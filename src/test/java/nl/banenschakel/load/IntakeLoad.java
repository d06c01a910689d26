package nl.banenschakel.load;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAccumulator;
import javax.xml.stream.XMLStreamException;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.auth.Role;

/**
 * Sends the two big files: as new, again as it is, with one row in a hundred changed, and what
 * comes every day: people who are known, in another tijdvak or from another source. A smaller one
 * goes before, to a gateway that was just started.
 */
final class IntakeLoad {
  private static final List<String> STAGES = List.of("decode", "write", "check", "merge", "purge");
  private static final int CHANGED_EVERY = 100;
  private static final int POLL_MS = 200;
  private static final double MB = 1e6;
  private static final String SOURCE = "hr";
  private static final Taken NONE = new Taken(0, 0);
  private static final Tijdvak JANUARY = Tijdvak.parse("2026-M01");
  private static final Tijdvak FEBRUARY = Tijdvak.parse("2026-M02");
  private static final Tijdvak MARCH = Tijdvak.parse("2026-M03");

  /** A gateway that was just started is slower: this part of the rows goes before. */
  private static final int WARM_UP_OF = 10;

  private final PrintWriter out;
  private final int lines;
  private final int relationships;

  private final List<String> javaOptions;

  private final boolean plans;

  /** Sends no file of which there are no rows. */
  IntakeLoad(
      PrintWriter out, int lines, int relationships, boolean plans, List<String> javaOptions) {
    this.out = out;
    this.lines = lines;
    this.relationships = relationships;
    this.plans = plans;
    this.javaOptions = javaOptions;
  }

  /** A file that is sent, and how many rows it has. */
  private record Sending(
      String name, String kind, String path, Role role, String mediaType, Path file, int rows) {}

  void run() throws IOException, SQLException, XMLStreamException, InterruptedException {
    try (var gateway = new LoadGateway(plans, javaOptions)) {
      head();
      var contracts = lines > 0 ? sendContracts(gateway) : NONE;
      var wageReturn = gateway.folder().resolve("1.xml");
      var returned = relationships > 0 ? sendWageReturns(gateway, wageReturn) : NONE;
      limits(gateway, contracts, returned, wageReturn);
      if (plans) {
        Files.readAllLines(gateway.plans()).forEach(out::println);
      }
    }
    out.flush();
  }

  /** Seconds of new people, and of people who are known. */
  private record Taken(double fresh, double known) {}

  private Taken sendContracts(LoadGateway gateway) throws IOException {
    var file = gateway.folder().resolve("1.csv");
    LoadFiles.contracts(file, lines, lines / WARM_UP_OF, 0);
    send(gateway, contracts("contracts, other people and source", "warm-up", file, WARM_UP_OF));
    LoadFiles.contracts(file, 0, lines, 0);
    double took = send(gateway, contracts("contracts, new", SOURCE, file, 1));
    send(gateway, contracts("contracts, the same again", SOURCE, file, 1));
    LoadFiles.contracts(file, 0, lines, CHANGED_EVERY);
    send(gateway, contracts("contracts, 1 % changed", SOURCE, file, 1));
    var known = contracts("contracts, people known, other source", "planning", file, 1);
    return new Taken(took, send(gateway, known));
  }

  private Taken sendWageReturns(LoadGateway gateway, Path first) throws IOException {
    LoadFiles.wageReturn(first, MARCH, relationships, relationships / WARM_UP_OF, 1, 0);
    send(gateway, wageReturn("wage return, other people and month", first, WARM_UP_OF));
    LoadFiles.wageReturn(first, JANUARY, 0, relationships, 1, 0);
    double took = send(gateway, wageReturn("wage return, new", first, 1));
    send(gateway, wageReturn("wage return, the same again", first, 1));
    var second = gateway.folder().resolve("2.xml");
    LoadFiles.wageReturn(second, JANUARY, 0, relationships, 2, CHANGED_EVERY);
    send(gateway, wageReturn("wage return, 1 % changed", second, 1));
    LoadFiles.wageReturn(second, FEBRUARY, 0, relationships, 1, 0);
    var known = wageReturn("wage return, people known, next month", second, 1);
    return new Taken(took, send(gateway, known));
  }

  private Sending contracts(String name, String source, Path file, int part) {
    var path = "/v1/contract-files?delivery=full&source=" + source;
    return new Sending(name, "contracts", path, Role.HR, "text/csv", file, lines / part);
  }

  private Sending wageReturn(String name, Path file, int part) {
    var path = "/v1/wage-returns";
    return new Sending(
        name, "wage-return", path, Role.PAYROLL, "application/xml", file, relationships / part);
  }

  /** Sends, prints a row and gives the seconds from the first byte to the answer. */
  @CanIgnoreReturnValue
  private double send(LoadGateway gateway, Sending sending) throws IOException {
    var before = gateway.client().figures();
    var cpuBefore = gateway.cpu();
    var peak = new DoubleAccumulator(Math::max, 0);
    var poll = Executors.newSingleThreadScheduledExecutor();
    try {
      var unused =
          poll.scheduleAtFixedRate(
              () -> peak.accumulate(heap(gateway.client().figures())),
              0,
              POLL_MS,
              TimeUnit.MILLISECONDS);
      long from = System.nanoTime();
      gateway.client().send(sending.path(), sending.role(), sending.mediaType(), sending.file());
      double took = Limits.seconds(from);
      var cpu = gateway.cpu().since(cpuBefore);
      row(sending, took, peak.get(), cpu, before, gateway.client().figures());
      return took;
    } finally {
      poll.shutdownNow();
    }
  }

  private void head() {
    out.println(
        "| delivery | rows/s | MB/s | seconds | peak heap MB | sender CPU s | gateway CPU s"
            + " | PostgreSQL CPU s | CPU us/row | "
            + String.join(" | ", STAGES)
            + " |");
    out.println("|---|---|---|---|---|---|---|---|---|" + "---|".repeat(STAGES.size()));
  }

  private void row(
      Sending sending,
      double took,
      double heap,
      CpuSeconds.Spent cpu,
      Map<String, Double> before,
      Map<String, Double> after)
      throws IOException {
    out.printf(
        "| %,d %s | %,.0f | %.1f | %.1f | %.0f | %.1f | %.1f | %.1f | %.1f |",
        sending.rows(),
        sending.name(),
        sending.rows() / took,
        Files.size(sending.file()) / MB / took,
        took,
        heap / MB,
        cpu.sender(),
        cpu.gateway(),
        cpu.postgres(),
        1e6 * cpu.all() / sending.rows());
    for (var stage : STAGES) {
      double spent = spent(after, sending.kind(), stage) - spent(before, sending.kind(), stage);
      out.printf(" %.1f |", spent);
    }
    out.println();
    out.flush();
  }

  private static double spent(Map<String, Double> figures, String kind, String stage) {
    return figures.getOrDefault(
        "banenschakel_intake_stage_seconds_sum{kind=\"%s\",stage=\"%s\"}".formatted(kind, stage),
        0.0);
  }

  static double heap(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .filter(figure -> figure.getKey().startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private void limits(LoadGateway gateway, Taken contracts, Taken returned, Path wageReturn)
      throws SQLException, IOException, XMLStreamException {
    out.println();
    out.println(
        "| limit, in the same run | seconds | rows/s | MB/s | CPU s | the gateway takes, new people"
            + " | known people |");
    out.println("|---|---|---|---|---|---|---|");
    try (var session = gateway.superuser()) {
      var limits = new Limits(gateway, session);
      if (lines > 0) {
        limit(
            "COPY of the contracts",
            limits.copy("employment.contract", "source = 'hr'"),
            lines,
            0,
            contracts);
      }
      if (relationships > 0) {
        limit(
            "COPY of the relationships",
            limits.copy("payroll.relationship", "tijdvak = '2026-M01'"),
            relationships,
            0,
            returned);
        double bytes = Files.size(wageReturn);
        var parse = limits.parse(wageReturn);
        limit("bare Aalto parse of the wage return", parse, relationships, bytes, returned);
      }
    }
  }

  private void limit(String name, Limits.Took took, int rows, double bytes, Taken gateway) {
    out.printf(
        "| %s | %.2f | %,.0f | %s | %.1f | %.1f times as long | %.1f times |%n",
        name,
        took.seconds(),
        rows / took.seconds(),
        bytes == 0 ? "" : "%.0f".formatted(bytes / MB / took.seconds()),
        took.cpuSeconds(),
        gateway.fresh() / took.seconds(),
        gateway.known() / took.seconds());
    out.flush();
  }
}
