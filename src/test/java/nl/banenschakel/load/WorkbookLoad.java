package nl.banenschakel.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAccumulator;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.testing.WorkbookFile;

/** Sends as many workbooks at once as are taken, and tells what heap that needs. */
final class WorkbookLoad {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
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
      out.println("| workbooks at once | MB each | lines each | seconds | peak heap MB |");
      out.println("|---|---|---|---|---|");
      for (int count : new int[] {1, TableFile.WORKBOOKS_MAX}) {
        measure(gateway, workbook, count);
      }
    }
  }

  private void measure(LoadGateway gateway, Path workbook, int count)
      throws IOException, InterruptedException, ExecutionException {
    var peak = new DoubleAccumulator(Math::max, 0);
    var poll = Executors.newSingleThreadScheduledExecutor();
    var senders = Executors.newFixedThreadPool(count);
    try {
      var unused =
          poll.scheduleAtFixedRate(
              () -> peak.accumulate(IntakeLoad.heap(gateway.client().figures())),
              0,
              POLL_MS,
              TimeUnit.MILLISECONDS);
      long from = System.nanoTime();
      var sending = new ArrayList<Callable<Object>>();
      for (int n = 0; n < count; n++) {
        var path = "/v1/contract-files?delivery=full&source=%d-%d".formatted(count, n);
        sending.add(() -> gateway.client().send(path, Role.HR, XLSX, workbook));
      }
      for (var sent : senders.invokeAll(sending)) {
        sent.get();
      }
      out.printf(
          "| %d | %.1f | %,d | %.1f | %.0f |%n",
          count, Files.size(workbook) / MB, lines, Limits.seconds(from), peak.get() / MB);
      out.flush();
    } finally {
      poll.shutdownNow();
      senders.shutdownNow();
    }
  }
}
