package nl.banenschakel.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The named statements of one slice, from {@code db/query/<slice>.sql}: a line {@code -- name: x}
 * starts a statement, the next such line or the end of the file ends it. Lines of comment and a
 * last semicolon are left out of what goes to PostgreSQL.
 */
public final class Sql {
  private static final Pattern HEADER = Pattern.compile("--\\s*name:\\s*(\\S*)\\s*");
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");

  /** Each file is read once: whoever takes a delivery makes its repositories on an event loop. */
  private static final Map<String, Sql> READ = new ConcurrentHashMap<>();

  private final String resource;
  private final Map<String, String> statements;

  private Sql(String resource, Map<String, String> statements) {
    this.resource = resource;
    this.statements = statements;
  }

  /**
   * The statements of a slice.
   *
   * @throws IllegalStateException when the file is missing, or a name is empty, odd or given twice,
   *     or a statement is empty, or something stands before the first name
   */
  public static Sql load(String slice) {
    return READ.computeIfAbsent(
        "db/query/" + slice + ".sql",
        resource -> new Sql(resource, statements(resource, read(resource))));
  }

  /**
   * The one statement of a file such as {@code db/reconcile/10_tijdvak.sql}.
   *
   * @throws IllegalStateException when the file is missing or empty
   */
  public static String file(String resource) {
    return statement(resource, "", read(resource));
  }

  /**
   * The text of a statement.
   *
   * @throws IllegalStateException when the file has no statement of that name
   */
  public String get(String name) {
    var statement = statements.get(name);
    if (statement == null) {
      throw new IllegalStateException(resource + " has no statement " + name);
    }
    return statement;
  }

  /** In the order of the file. */
  public Set<String> names() {
    return statements.keySet();
  }

  private static Map<String, String> statements(String resource, String text) {
    var bodies = new LinkedHashMap<String, StringBuilder>();
    var body = new StringBuilder();
    var preamble = body;
    for (var line : text.lines().toList()) {
      var header = HEADER.matcher(line);
      if (header.matches()) {
        body = new StringBuilder();
        var first = bodies.put(named(resource, header.group(1)), body) == null;
        refuseWhen(!first, resource, "has two statements " + header.group(1));
      } else {
        body.append(line).append('\n');
      }
    }
    refuseWhen(!stripped(preamble.toString()).isEmpty(), resource, "has SQL before the first name");
    var statements = new LinkedHashMap<String, String>();
    bodies.forEach((name, sql) -> statements.put(name, statement(resource, name, sql.toString())));
    return Collections.unmodifiableMap(statements);
  }

  private static String named(String resource, String name) {
    refuseWhen(!NAME.matcher(name).matches(), resource, "has the odd name '" + name + "'");
    return name;
  }

  private static String statement(String resource, String name, String text) {
    var statement = stripped(text);
    refuseWhen(statement.isEmpty(), resource, "has an empty statement " + name);
    return statement;
  }

  private static String stripped(String text) {
    var kept = new StringBuilder();
    text.lines()
        .filter(line -> !line.stripLeading().startsWith("--"))
        .forEach(line -> kept.append(line).append('\n'));
    var sql = kept.toString().strip();
    return sql.endsWith(";") ? sql.substring(0, sql.length() - 1).stripTrailing() : sql;
  }

  private static String read(String resource) {
    try (var in = Sql.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  private static void refuseWhen(boolean wrong, String resource, String what) {
    if (wrong) {
      throw new IllegalStateException(resource + " " + what);
    }
  }
}
