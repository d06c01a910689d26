package nl.banenschakel.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import nl.banenschakel.platform.auth.Role;

/**
 * Reads one contract time and again, of which a line is written each time, and beside it a
 * delivery, which tells of nobody: the same kind of read without such a line.
 */
final class AuditLoad {
  private static final int LINES = 1_000;
  private static final List<Integer> AT_ONCE = List.of(1, 8, 32);
  private static final double PART_99 = 0.99;
  private static final double MS = 1e6;

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
      out.printf("Warm after %,d calls.%n%n", warm.get(0).size() + warm.get(1).size());
      out.println("| calls at once | tells of | calls/s | p50 ms | p99 ms |");
      out.println("|---|---|---|---|---|");
      for (int atOnce : AT_ONCE) {
        tell(atOnce, "nobody", timed(plain, atOnce));
        tell(atOnce, "a person", timed(audited, atOnce));
      }
    }
  }

  private void tell(int atOnce, String of, List<Double> took) {
    out.printf(
        "| %d | %s | %,d | %.2f | %.2f |%n",
        atOnce, of, took.size() / seconds, at(took, 1 / 2.0), at(took, PART_99));
    out.flush();
  }

  /** Milliseconds that each call took, in order: so many are under way at any moment. */
  private List<Double> timed(Supplier<Future<HttpResponse<Buffer>>> calls, int atOnce) {
    var took = new ConcurrentLinkedQueue<Double>();
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    var under = new ArrayList<Future<?>>();
    for (int n = 0; n < atOnce; n++) {
      Promise<Void> over = Promise.promise();
      next(calls, until, took, over);
      under.add(over.future());
    }
    Awaited.of(Future.all(under));
    return took.stream().sorted().toList();
  }

  private static void next(
      Supplier<Future<HttpResponse<Buffer>>> calls,
      long until,
      Queue<Double> took,
      Promise<Void> over) {
    long from = System.nanoTime();
    if (from > until) {
      over.complete();
      return;
    }
    calls
        .get()
        .onFailure(over::tryFail)
        .onSuccess(
            answer -> {
              if (answer.statusCode() != 200) {
                over.tryFail("A read was answered " + answer.statusCode());
                return;
              }
              took.add((System.nanoTime() - from) / MS);
              next(calls, until, took, over);
            });
  }

  private static double at(List<Double> sorted, double part) {
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
