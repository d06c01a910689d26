package nl.banenschakel.load;

import static java.util.stream.Collectors.toCollection;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.banenschakel.platform.auth.Role;

/** Sends a contracts file with mistakes strewn over it, and compares what is reported with them. */
final class MistakesLoad {
  private static final int FIRST_LINE = 2;

  private final PrintWriter out;
  private final int lines;
  private final int mistakes;
  private final long seed;

  MistakesLoad(PrintWriter out, int lines, int mistakes, long seed) {
    this.out = out;
    this.lines = lines;
    this.mistakes = mistakes;
    this.seed = seed;
  }

  void run() throws IOException, InterruptedException {
    try (var gateway = new LoadGateway()) {
      var file = gateway.folder().resolve("mistakes.csv");
      var wrong = strewn();
      LoadFiles.wrongContracts(file, lines, wrong);
      out.println("| delivery | mistakes made | reported | at the right line | seconds |");
      out.println("|---|---|---|---|---|");
      for (var name : new String[] {"by a gateway just started", "again"}) {
        long from = System.nanoTime();
        var answer =
            gateway.client().deliver("/v1/contract-files?delivery=full", Role.HR, "text/csv", file);
        double took = Limits.seconds(from);
        var errors = answer.bodyAsJsonObject().getJsonArray("errors");
        out.printf(
            "| %,d lines, %s | %,d | %,d | %s | %.2f |%n",
            lines, name, wrong.size(), errors.size(), reported(errors).equals(wrong), took);
        out.flush();
      }
    }
  }

  private SortedSet<Integer> strewn() {
    return new Random(seed)
        .ints(FIRST_LINE, lines + FIRST_LINE)
        .distinct()
        .limit(mistakes)
        .boxed()
        .collect(toCollection(TreeSet::new));
  }

  /** From places such as {@code line 13 column 4}. */
  private static SortedSet<Integer> reported(JsonArray errors) {
    return errors.stream()
        .map(JsonObject.class::cast)
        .map(error -> error.getString("at").split(" ", -1)[1])
        .map(Integer::valueOf)
        .collect(toCollection(TreeSet::new));
  }
}
