package nl.banenschakel.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAccumulator;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.testing.WorkbookFile;

/**
 * Sends as many workbooks at once as are taken, alone and with as many refused tables beside them
 * as there are places for, and tells what heap that needs.
 */
final class WorkbookLoad {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PATH = "/v1/contract-files?delivery=full&source=";
  private static final int WORKBOOKS = TableFile.WORKBOOKS_MAX;
  private static final int POLL_MS = 100;
  private static final double MB = 1e6;

  private final PrintWriter out;
  private final int lines;

  WorkbookLoad(PrintWriter out, int lines) {
    this.out = out;
    this.lines = lines;
  }

  void run() throws IOException, InterruptedException, ExecutionException {
    try (var gateway = new LoadGateway()) {
      var csv = gateway.folder().resolve("contracts.csv");
      LoadFiles.contracts(csv, 0, lines, 0);
      var workbook = gateway.folder().resolve("contracts.xlsx");
      Files.write(workbook, WorkbookFile.of(Files.readString(csv).split("\r\n", -1)).bytes());
      var refused = gateway.folder().resolve("refused.csv");
      LoadFiles.wrongContracts(refused, lines, new TreeSet<>(List.of(lines)));
      out.println(
          "| workbooks at once | refused tables at once | lines each | seconds | peak heap MB |");
      out.println("|---|---|---|---|---|");
      measure(gateway, workbook, 1, refused, 0);
      measure(gateway, workbook, WORKBOOKS, refused, 0);
      measure(gateway, workbook, WORKBOOKS, refused, Uploads.UNDER_WAY_MAX - WORKBOOKS);
    }
  }

  private void measure(
      LoadGateway gateway, Path workbook, int workbooks, Path refused, int refusals)
      throws InterruptedException, ExecutionException {
    var peak = new DoubleAccumulator(Math::max, 0);
    var poll = Executors.newSingleThreadScheduledExecutor();
    var senders = Executors.newFixedThreadPool(workbooks + refusals);
    try {
      var unused =
          poll.scheduleAtFixedRate(
              () -> peak.accumulate(IntakeLoad.heap(gateway.client().figures())),
              0,
              POLL_MS,
              TimeUnit.MILLISECONDS);
      long from = System.nanoTime();
      var sending = new ArrayList<Callable<Object>>();
      for (int n = 0; n < workbooks; n++) {
        var path = PATH + "workbook-%d-%d-%d".formatted(workbooks, refusals, n);
        sending.add(() -> gateway.client().send(path, Role.HR, XLSX, workbook));
      }
      for (int n = 0; n < refusals; n++) {
        var path = PATH + "refused-" + n;
        sending.add(() -> refused(gateway.client().deliver(path, Role.HR, "text/csv", refused)));
      }
      for (var sent : senders.invokeAll(sending)) {
        sent.get();
      }
      out.printf(
          "| %d | %d | %,d | %.1f | %.0f |%n",
          workbooks, refusals, lines, Limits.seconds(from), peak.get() / MB);
      out.flush();
    } finally {
      poll.shutdownNow();
      senders.shutdownNow();
    }
  }

  private static Object refused(HttpResponse<Buffer> answer) {
    if (answer.statusCode() != 400) {
      throw new IllegalStateException("A wrong table was answered " + answer.statusCode());
    }
    return answer;
  }
}
