package nl.banenschakel.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Sql;

/** Times a reconciliation of a year, each of its steps, and the bare query over the same tables. */
final class ReconcileLoad {
  private static final int TIMES = 3;
  private static final int LISTED_OF = 10;
  private static final String SPAN_STEP = "10_tijdvak";

  private final PrintWriter out;
  private final int people;
  private final boolean plans;

  /** With plans the steps are explained too, by PostgreSQL. */
  ReconcileLoad(PrintWriter out, int people, boolean plans) {
    this.out = out;
    this.people = people;
    this.plans = plans;
  }

  void run() throws IOException, SQLException, InterruptedException, URISyntaxException {
    try (var gateway = new LoadGateway();
        var session = gateway.superuser()) {
      execute(session, sql("people.sql", gateway.client().organisation()));
      out.println("| reconciliation | seconds |");
      out.println("|---|---|");
      var took = new ArrayList<Double>();
      var run = UUID.randomUUID();
      for (int n = 1; n <= TIMES; n++) {
        long from = System.nanoTime();
        run = reconcile(gateway);
        took.add(Limits.seconds(from));
        row("POST /v1/reconciliations, run " + n, took.get(n - 1));
      }
      double bare = bare(session, gateway.client().organisation());
      row("bare join and aggregate", bare);
      out.printf("%nThe run takes %.1f times as long as the bare query.%n%n", median(took) / bare);
      steps(session, gateway.client().organisation(), run);
    }
    out.flush();
  }

  private static UUID reconcile(LoadGateway gateway) {
    var draft = new JsonObject().put("loonheffingennummer", LoadClient.NUMBER);
    var run = gateway.client().post("/v1/reconciliations", Role.FINANCE, draft);
    return UUID.fromString(run.getString("id"));
  }

  private double bare(Connection session, UUID tenant) throws SQLException, IOException {
    var took = new ArrayList<Double>();
    for (int n = 0; n < TIMES; n++) {
      long from = System.nanoTime();
      execute(session, sql("bare.sql", tenant));
      took.add(Limits.seconds(from));
    }
    return median(took);
  }

  /**
   * Each step once more, over a new run of the same span, as the gateway's own role; rolled back.
   */
  private void steps(Connection session, UUID tenant, UUID like)
      throws SQLException, IOException, URISyntaxException {
    out.println("| step | seconds |");
    out.println("|---|---|");
    session.setAutoCommit(false);
    execute(session, "set local role banenschakel_app");
    execute(session, "select set_config('app.tenant', '%s', true)".formatted(tenant));
    execute(session, Sql.load("reconciliation").get("preferHashJoins"));
    var run = UUID.randomUUID();
    execute(session, again(run, like, "run"));
    execute(session, again(run, like, "run_tijdvak"));
    for (var step : stepFiles()) {
      var statement = Files.readString(step).replace("$1", "'%s'::uuid".formatted(run));
      long from = System.nanoTime();
      if (plans) {
        explain(session, statement);
      } else {
        execute(session, statement);
      }
      row(String.valueOf(step.getFileName()), Limits.seconds(from));
    }
    session.rollback();
    session.setAutoCommit(true);
  }

  private static List<Path> stepFiles() throws IOException, URISyntaxException {
    URI folder = ReconcileLoad.class.getResource("/db/reconcile").toURI();
    try (var files = Files.list(Path.of(folder))) {
      return files.filter(file -> !file.toString().contains(SPAN_STEP)).sorted().toList();
    }
  }

  /** A copy of a run's rows under another id. */
  private static String again(UUID run, UUID like, String table) {
    return """
        insert into reconciliation.%1$s
        select (jsonb_populate_record(t, jsonb_build_object('run_id', '%2$s'::uuid))).*
          from reconciliation.%1$s t where run_id = '%3$s'
        """
        .formatted(table, run, like);
  }

  private void row(String name, double seconds) {
    out.printf("| %s | %.2f |%n", name, seconds);
    out.flush();
  }

  private static double median(List<Double> took) {
    return took.stream().sorted().skip(took.size() / 2).findFirst().orElseThrow();
  }

  private static void execute(Connection session, String sql) throws SQLException {
    try (var statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  private void explain(Connection session, String sql) throws SQLException {
    try (var statement = session.createStatement();
        var plan = statement.executeQuery("explain (analyze, buffers) " + sql)) {
      while (plan.next()) {
        out.println(plan.getString(1));
      }
    }
  }

  private String sql(String file, UUID tenant) throws IOException {
    try (InputStream in = ReconcileLoad.class.getResourceAsStream("/load/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(":tenant", "'%s'::uuid".formatted(tenant))
          .replace(":people", Integer.toString(people))
          .replace(":listed", Integer.toString(people / LISTED_OF));
    }
  }
}
