package nl.banenschakel.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import nl.banenschakel.platform.auth.Role;
import org.postgresql.PGConnection;

/**
 * Times the report of a year in which everybody is listed, in each form, and beside it what COPY
 * takes to send the same rows out.
 */
final class ReportLoad {
  private static final double MB = 1e6;
  private static final int POLL_MS = 100;

  /** The first of each is by a gateway that is cold. */
  private static final int TIMES = 3;

  private final PrintWriter out;
  private final int people;

  ReportLoad(PrintWriter out, int people) {
    this.out = out;
    this.people = people;
  }

  void run() throws IOException, SQLException, InterruptedException {
    try (var gateway = new LoadGateway();
        var session = gateway.superuser()) {
      fill(session, gateway);
      var run = reconcile(gateway.client());
      var report = "/v1/reports/reconciliation?run=" + run;
      out.println(
          "| answer | seconds | MB | MB/s | peak heap MB | gateway CPU s | PostgreSQL CPU s |");
      out.println("|---|---|---|---|---|---|---|");
      measure(gateway, "report as JSON", report, "application/json");
      measure(gateway, "report as CSV", report, "text/csv");
      var corrections = "/v1/reports/corrections?run=" + run;
      measure(gateway, "corrections as JSON", corrections, "application/json");
      measure(
          gateway,
          "corrections as XLSX",
          corrections,
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      limit(session, run, "person");
      limit(session, run, "finding");
    }
    out.flush();
  }

  private void fill(Connection session, LoadGateway gateway) throws SQLException, IOException {
    try (InputStream in = ReportLoad.class.getResourceAsStream("/load/people.sql");
        var statement = session.createStatement()) {
      statement.execute(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace(":tenant", "'%s'::uuid".formatted(gateway.client().organisation()))
              .replace(":people", Integer.toString(people))
              .replace(":listed", Integer.toString(people)));
    }
  }

  private static String reconcile(LoadClient client) {
    var draft = new JsonObject().put("loonheffingennummer", LoadClient.NUMBER);
    return client.post("/v1/reconciliations", Role.FINANCE, draft).getString("id");
  }

  private void measure(LoadGateway gateway, String name, String path, String mediaType) {
    for (int n = 1; n <= TIMES; n++) {
      var peak = new DoubleAccumulator(Math::max, 0);
      var poll = Executors.newSingleThreadScheduledExecutor();
      try {
        var unused =
            poll.scheduleAtFixedRate(
                () -> peak.accumulate(heap(gateway.client().figures())),
                0,
                POLL_MS,
                TimeUnit.MILLISECONDS);
        var cpuBefore = gateway.cpu();
        long from = System.nanoTime();
        long bytes = gateway.client().read(path, Role.FINANCE, mediaType);
        double took = Limits.seconds(from);
        var cpu = gateway.cpu().since(cpuBefore);
        out.printf(
            "| %s, %d | %.2f | %.1f | %.1f | %.0f | %.1f | %.1f |%n",
            name,
            n,
            took,
            bytes / MB,
            bytes / MB / took,
            peak.get() / MB,
            cpu.gateway(),
            cpu.postgres());
        out.flush();
      } finally {
        poll.shutdownNow();
      }
    }
  }

  private static double heap(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .filter(figure -> figure.getKey().startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** The rows themselves, in the order of the report, without row-level security. */
  private void limit(Connection session, String run, String view) throws SQLException, IOException {
    var copy = session.unwrap(PGConnection.class).getCopyAPI();
    var bytes = new AtomicLong();
    var counted =
        new OutputStream() {
          @Override
          public void write(int one) {
            bytes.incrementAndGet();
          }

          @Override
          public void write(byte[] some, int from, int length) {
            bytes.addAndGet(length);
          }
        };
    var order = view.equals("person") ? "by_number, by_since" : "code, by_number, by_tijdvak";
    var query =
        "copy (select * from reconciliation.published_%s where run_id = '%s' order by %s) to stdout";
    long from = System.nanoTime();
    long rows = copy.copyOut(query.formatted(view, run, order), counted);
    double took = Limits.seconds(from);
    out.printf(
        "| COPY (select ...) TO STDOUT of %,d rows of %s | %.2f | %.1f | %.1f | | | |%n",
        rows, view, took, bytes.get() / MB, bytes.get() / MB / took);
  }
}
