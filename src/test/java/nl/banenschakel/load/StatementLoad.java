package nl.banenschakel.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.banenschakel.platform.auth.Role;

/**
 * A lender posts time cards of SETU 2.0, each of a week and of another person, for a hirer; beside
 * it pgbench writes as many rows into as many tables over as many connections.
 */
final class StatementLoad {
  private static final String JSON = "application/json";
  private static final List<Integer> AT_ONCE = List.of(1, 8, 32);
  private static final int WARM_SECONDS = 10;
  private static final int WORKING_DAYS = 5;
  private static final int ASSIGNMENTS = 1_000;
  private static final int WEEKS = 50;
  private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 1, 5);

  /** As many as the gateway opens. */
  private static final int CONNECTIONS = 10;

  private final PrintWriter out;
  private final int seconds;
  private final AtomicInteger cards = new AtomicInteger();

  StatementLoad(PrintWriter out, int seconds) {
    this.out = out;
    this.seconds = seconds;
  }

  void run() throws IOException, InterruptedException, SQLException {
    try (var gateway = new LoadGateway();
        var session = gateway.superuser();
        var hirer = gateway.another()) {
      var lender = gateway.client();
      relate(hirer, lender);
      var post = posting(lender);
      var twins = new TwinInserts(session, gateway.address(), gateway.folder());
      CallsAtOnce.timed(post, CONNECTIONS, WARM_SECONDS);
      try (var statement = session.createStatement()) {
        statement.execute("analyze"); // As autovacuum does within a minute.
      }
      out.printf("Warm after %,d time cards.%n%n", cards.get());
      out.println("| at once | time cards/s | p50 ms | p99 ms |");
      out.println("|---|---|---|---|");
      var before = twins.inserted();
      int first = cards.get();
      double best = 0;
      for (int atOnce : AT_ONCE) {
        var took = CallsAtOnce.timed(post, atOnce, seconds);
        best = Math.max(best, took.rate());
        out.printf("| %d | %,.0f | %.2f | %.2f |%n", atOnce, took.rate(), took.p50(), took.p99());
        out.flush();
      }
      var rows = TwinInserts.perCall(before, twins.inserted(), cards.get() - first);
      tell(rows, best, twins.rate(rows, CONNECTIONS, seconds));
    }
  }

  private void tell(Map<String, Long> rows, double best, double limit) {
    out.printf(
        "%nRows of a time card: %s.%n%n",
        rows.entrySet().stream()
            .map(it -> it.getKey() + " " + it.getValue())
            .collect(Collectors.joining(", ")));
    out.printf(
        "pgbench with the same rows over %d connections: %,.0f/s. Ratio: %.2f (aim: 0.4 or more).%n",
        CONNECTIONS, limit, best / limit);
    out.flush();
  }

  private Supplier<Future<HttpResponse<Buffer>>> posting(LoadClient lender) {
    var send = lender.posts(Role.LENDER, Map.of("setuVersionId", "2.0", "Content-Type", JSON));
    return () ->
        send.apply(
            "/v1/purchase-to-pay/timecard/" + UUID.randomUUID(), card(cards.getAndIncrement()));
  }

  /** Of a week of five days of eight hours. */
  private static Buffer card(int number) {
    if (number >= ASSIGNMENTS * WEEKS) {
      throw new IllegalStateException("All weeks are posted: take fewer seconds.");
    }
    var monday = FIRST_MONDAY.plusWeeks(number / ASSIGNMENTS);
    var assignment = number % ASSIGNMENTS;
    var intervals = new JsonArray();
    for (int day = 0; day < WORKING_DAYS; day++) {
      var date = monday.plusDays(day);
      intervals.add(
          new JsonObject()
              .put("id", own("I-" + day))
              .put("typeCode", new JsonObject().put("value", "HT100"))
              .put("period", period("dateTimePeriod", date + "T09:00:00", date + "T17:30:00"))
              .put("timeTotal", "8.00"));
    }
    return new JsonObject()
        .put("documentId", own("C-" + number))
        .put(
            "person",
            new JsonObject()
                .put("id", new JsonArray().add(own("P-" + assignment)))
                .put("name", new JsonObject().put("formattedName", "Iemand")))
        .put("period", period("datePeriod", monday.toString(), monday.plusDays(6).toString()))
        .put("staffingIds", new JsonObject().put("assignmentId", own("A-" + assignment)))
        .put("timeInterval", intervals)
        .toBuffer();
  }

  private static JsonObject own(String value) {
    return new JsonObject().put("value", value).put("schemeAgencyId", "Supplier");
  }

  private static JsonObject period(String kind, String start, String end) {
    return new JsonObject().put(kind, new JsonObject().put("start", start).put("end", end));
  }

  /** A relation that runs, with assignments. */
  private static void relate(LoadClient hirer, LoadClient lender) {
    var relation =
        hirer
            .post(
                "/v1/relations",
                Role.FINANCE,
                new JsonObject()
                    .put("kind", "uitzend")
                    .put("side", "receiver")
                    .put("counterpartyName", "Werkpool")
                    .put("firstDay", "2026-01-01"))
            .getString("id");
    var link =
        hirer
            .post(
                "/v1/relations/" + relation + "/invitations",
                Role.FINANCE,
                new JsonObject().put("recipient", "Planning"))
            .getString("link");
    lender.post(
        "/v1/relation-invitations/_accept", Role.LENDER, new JsonObject().put("link", link));
    for (int assignment = 0; assignment < ASSIGNMENTS; assignment++) {
      lender.post(
          "/v1/assignments",
          Role.LENDER,
          new JsonObject()
              .put("relation", relation)
              .put("reference", "A-" + assignment)
              .put("person", "P-" + assignment)
              .put("firstDay", FIRST_MONDAY.toString()));
    }
  }
}
