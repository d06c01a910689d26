package nl.banenschakel.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.banenschakel.platform.db.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the gateway wrote for each of many calls, written again by pgbench into tables of
 * the same columns, keys and indexes: without row-level security and foreign keys, and with nothing
 * read. That is the most that this database can do.
 */
final class TwinInserts {
  private static final double SELDOM = 0.5;
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final Connection session;
  private final DatabaseAddress address;
  private final Path folder;

  TwinInserts(Connection session, DatabaseAddress address, Path folder) {
    this.session = session;
    this.address = address;
    this.folder = folder;
  }

  /** How many rows each table has got so far. */
  Map<String, Long> inserted() throws SQLException, InterruptedException {
    // PostgreSQL's processes tell what they did a while after.
    Thread.sleep(2_000);
    var counts = new TreeMap<String, Long>();
    try (var statement = session.createStatement();
        var rows =
            statement.executeQuery(
                "select schemaname || '.' || relname, n_tup_ins from pg_stat_user_tables"
                    + " where schemaname <> 'twin'")) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  /** Rows of one call, by table; what came with less than every second call is left out. */
  static Map<String, Long> perCall(Map<String, Long> before, Map<String, Long> after, long calls) {
    var each = new LinkedHashMap<String, Long>();
    after.forEach(
        (table, rows) -> {
          double share = (rows - before.getOrDefault(table, 0L)) / (double) calls;
          if (share >= SELDOM) {
            each.put(table, Math.round(share));
          }
        });
    return each;
  }

  /** Calls a second that pgbench makes over so many connections. */
  double rate(Map<String, Long> rows, int connections, int seconds)
      throws SQLException, IOException, InterruptedException {
    var script = folder.resolve("inserts.pgbench");
    Files.writeString(script, script(rows));
    var command =
        List.of(
            "pgbench",
            "--no-vacuum",
            "--protocol=prepared",
            "--file=" + script,
            "--client=" + connections,
            "--jobs=2",
            "--time=" + seconds,
            "--host=" + address.host(),
            "--port=" + address.port(),
            "--username=" + address.user(),
            address.database());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", address.password());
    var process = builder.start();
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var rate = RATE.matcher(told);
    if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0 || !rate.find()) {
      throw new IllegalStateException("pgbench: " + told);
    }
    return Double.parseDouble(rate.group(1));
  }

  private String script(Map<String, Long> rows) throws SQLException {
    var script = new StringBuilder("begin;\n");
    try (var statement = session.createStatement()) {
      statement.execute("drop schema if exists twin cascade");
      statement.execute("create schema twin");
      for (var table : rows.keySet()) {
        var twin = "twin." + table.replace('.', '_');
        statement.execute(
            "create table %s (like %s including all excluding constraints)".formatted(twin, table));
        script.append(insert(twin, table, rows.get(table))).append(";\n");
      }
    }
    return script.append("commit;\n").toString();
  }

  /** So many rows like the last one that was written: with new ids and new names. */
  private String insert(String twin, String table, long count) throws SQLException {
    var unique = uniqueColumns(table);
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    try (var statement = session.createStatement();
        var row =
            statement.executeQuery(
                "select * from %s order by ctid desc limit 1".formatted(table))) {
      if (!row.next()) {
        throw new IllegalStateException(table + " has no row any more: leave it out");
      }
      var about = row.getMetaData();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        if (isMade(table, about.getColumnName(i))) {
          continue;
        }
        columns.add('"' + about.getColumnName(i) + '"');
        values.add(
            value(about.getColumnName(i), about.getColumnTypeName(i), row.getString(i), unique));
      }
    }
    return "insert into %s (%s) select %s from generate_series(1, %d) as n"
        .formatted(twin, String.join(", ", columns), String.join(", ", values), count);
  }

  private static String value(
      String column, String type, @Nullable String sample, Set<String> unique) {
    if (sample == null) {
      return "null";
    }
    if (type.equals("uuid")) {
      return "gen_random_uuid()";
    }
    if (unique.contains(column) && type.equals("text")) {
      return "md5(random()::text)";
    }
    if (unique.contains(column) && type.startsWith("int")) {
      return "n::" + type;
    }
    return "'%s'::%s".formatted(sample.replace("'", "''"), type);
  }

  private Set<String> uniqueColumns(String table) throws SQLException {
    var names = new HashSet<String>();
    try (var statement = session.createStatement();
        var rows =
            statement.executeQuery(
                """
                select a.attname
                  from pg_index i
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                 where i.indrelid = '%s'::regclass and (i.indisunique or i.indisexclusion)"""
                    .formatted(table))) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** Whether the database makes the value itself. */
  private boolean isMade(String table, String column) throws SQLException {
    try (var statement = session.createStatement();
        var rows =
            statement.executeQuery(
                "select attidentity <> '' or attgenerated <> '' from pg_attribute"
                    + " where attrelid = '%s'::regclass and attname = '%s'"
                        .formatted(table, column))) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
