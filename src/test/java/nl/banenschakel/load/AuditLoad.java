package nl.banenschakel.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import nl.banenschakel.platform.auth.Role;

/**
 * Reads one contract time and again, of which a line is written each time, and beside it a
 * delivery, which tells of nobody: the same kind of read without such a line.
 */
final class AuditLoad {
  private static final int LINES = 1_000;
  private static final List<Integer> AT_ONCE = List.of(1, 8, 32);

  private final PrintWriter out;
  private final int seconds;

  AuditLoad(PrintWriter out, int seconds) {
    this.out = out;
    this.seconds = seconds;
  }

  void run() throws IOException, InterruptedException {
    try (var gateway = new LoadGateway()) {
      var file = gateway.folder().resolve("contracts.csv");
      LoadFiles.contracts(file, 0, LINES, 0);
      var client = gateway.client();
      var sent = client.send("/v1/contract-files?delivery=full", Role.HR, "text/csv", file);
      var contract =
          Awaited.of(client.calls("/v1/contracts?limit=1", Role.HR).get())
              .bodyAsJsonObject()
              .getJsonArray("items")
              .getJsonObject(0);
      var audited = client.calls("/v1/contracts/" + contract.getString("id"), Role.HR);
      var plain = client.calls("/v1/uploads/" + sent.getString("id"), Role.HR);
      var warm = List.of(timed(audited, 8), timed(plain, 8));
      out.printf(
          "Warm after %,d calls.%n%n", warm.get(0).tookMs().size() + warm.get(1).tookMs().size());
      out.println("| calls at once | tells of | calls/s | p50 ms | p99 ms |");
      out.println("|---|---|---|---|---|");
      for (int atOnce : AT_ONCE) {
        tell(atOnce, "nobody", timed(plain, atOnce));
        tell(atOnce, "a person", timed(audited, atOnce));
      }
    }
  }

  private void tell(int atOnce, String of, CallsAtOnce took) {
    out.printf(
        "| %d | %s | %,.0f | %.2f | %.2f |%n", atOnce, of, took.rate(), took.p50(), took.p99());
    out.flush();
  }

  private CallsAtOnce timed(Supplier<Future<HttpResponse<Buffer>>> calls, int atOnce) {
    return CallsAtOnce.timed(calls, atOnce, seconds);
  }
}
