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
import nl.banenschakel.platform.auth.Role;

/**
 * Sends the two big files three times each: as new, again as it is, and with one row in a hundred
 * changed.
 */
final class IntakeLoad {
  private static final List<String> STAGES = List.of("decode", "write", "check", "merge", "purge");
  private static final int CHANGED_EVERY = 100;
  private static final int POLL_MS = 200;
  private static final double MB = 1e6;

  private final PrintWriter out;
  private final int lines;
  private final int relationships;

  IntakeLoad(PrintWriter out, int lines, int relationships) {
    this.out = out;
    this.lines = lines;
    this.relationships = relationships;
  }

  /** A file that is sent, and how many rows it has. */
  private record Sending(
      String name, String kind, String path, Role role, String mediaType, Path file, int rows) {}

  void run() throws IOException, SQLException, XMLStreamException, InterruptedException {
    try (var gateway = new LoadGateway()) {
      head();
      double contracts = sendContracts(gateway);
      var wageReturn = LoadFiles.wageReturn(gateway.folder().resolve("1.xml"), relationships, 1, 0);
      double returned = sendWageReturns(gateway, wageReturn);
      limits(gateway, contracts, returned, wageReturn);
    }
    out.flush();
  }

  private double sendContracts(LoadGateway gateway) throws IOException {
    var first = LoadFiles.contracts(gateway.folder().resolve("1.csv"), lines, 0);
    var changed = LoadFiles.contracts(gateway.folder().resolve("2.csv"), lines, CHANGED_EVERY);
    double took = send(gateway, contracts("contracts, new", first));
    send(gateway, contracts("contracts, the same again", first));
    send(gateway, contracts("contracts, 1 % changed", changed));
    return took;
  }

  private double sendWageReturns(LoadGateway gateway, Path first) throws IOException {
    double took = send(gateway, wageReturn("wage return, new", first));
    send(gateway, wageReturn("wage return, the same again", first));
    var second = gateway.folder().resolve("2.xml");
    var changed = LoadFiles.wageReturn(second, relationships, 2, CHANGED_EVERY);
    send(gateway, wageReturn("wage return, 1 % changed", changed));
    return took;
  }

  private Sending contracts(String name, Path file) {
    var path = "/v1/contract-files?delivery=full";
    return new Sending(name, "contracts", path, Role.HR, "text/csv", file, lines);
  }

  private Sending wageReturn(String name, Path file) {
    var path = "/v1/wage-returns";
    return new Sending(
        name, "wage-return", path, Role.PAYROLL, "application/xml", file, relationships);
  }

  /** Sends, prints a row and gives the seconds from the first byte to the answer. */
  @CanIgnoreReturnValue
  private double send(LoadGateway gateway, Sending sending) throws IOException {
    var before = gateway.figures();
    var peak = new DoubleAccumulator(Math::max, 0);
    var poll = Executors.newSingleThreadScheduledExecutor();
    try {
      var unused =
          poll.scheduleAtFixedRate(
              () -> peak.accumulate(heap(gateway.figures())), 0, POLL_MS, TimeUnit.MILLISECONDS);
      long from = System.nanoTime();
      gateway.send(sending.path(), sending.role(), sending.mediaType(), sending.file());
      double took = Limits.seconds(from);
      row(sending, took, peak.get(), before, gateway.figures());
      return took;
    } finally {
      poll.shutdownNow();
    }
  }

  private void head() {
    out.println(
        "| delivery | rows/s | MB/s | seconds | peak heap MB | "
            + String.join(" | ", STAGES)
            + " |");
    out.println("|---|---|---|---|---|" + "---|".repeat(STAGES.size()));
  }

  private void row(
      Sending sending,
      double took,
      double heap,
      Map<String, Double> before,
      Map<String, Double> after)
      throws IOException {
    out.printf(
        "| %s | %,.0f | %.1f | %.1f | %.0f |",
        sending.name(),
        sending.rows() / took,
        Files.size(sending.file()) / MB / took,
        took,
        heap / MB);
    for (var stage : STAGES) {
      double spent = spent(after, sending.kind(), stage) - spent(before, sending.kind(), stage);
      out.printf(" %.1f s, %.0f %% |", spent, 100 * spent / took);
    }
    out.println();
    out.flush();
  }

  private static double spent(Map<String, Double> figures, String kind, String stage) {
    return figures.getOrDefault(
        "banenschakel_intake_stage_seconds_sum{kind=\"%s\",stage=\"%s\"}".formatted(kind, stage),
        0.0);
  }

  private static double heap(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .filter(figure -> figure.getKey().startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private void limits(LoadGateway gateway, double contracts, double returned, Path wageReturn)
      throws SQLException, IOException, XMLStreamException {
    try (var session = gateway.superuser()) {
      var now = "known_until = 'infinity'";
      double contractsCopy =
          Limits.copySeconds(session, gateway.folder(), "employment.contract", now);
      double returnsCopy =
          Limits.copySeconds(session, gateway.folder(), "payroll.relationship", now);
      double parse = Limits.parseSeconds(wageReturn);
      out.println();
      out.println("| limit, in the same run | seconds | rows/s | MB/s | the gateway takes |");
      out.println("|---|---|---|---|---|");
      limit("COPY of the contracts", contractsCopy, lines, 0, contracts);
      limit("COPY of the relationships", returnsCopy, relationships, 0, returned);
      double bytes = Files.size(wageReturn);
      limit("bare Aalto parse of the wage return", parse, relationships, bytes, returned);
    }
  }

  private void limit(String name, double took, int rows, double bytes, double gateway) {
    out.printf(
        "| %s | %.2f | %,.0f | %s | %.1f times as long |%n",
        name,
        took,
        rows / took,
        bytes == 0 ? "" : "%.0f".formatted(bytes / MB / took),
        gateway / took);
  }
}
