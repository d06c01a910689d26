package nl.banenschakel.architecture;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.banenschakel.platform.db.DatabaseAddress;
import nl.banenschakel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The tables of a database as its catalog tells them, and one made-up row for each. */
final class TenantTables implements AutoCloseable {
  private static final String RELATIONS =
      """
      select n.nspname || '.' || c.relname
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = any ('%s'::"char"[]) and %s exists (
             select from pg_attribute a
              where a.attrelid = c.oid and a.attname = '%s' and not a.attisdropped)
         and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
       order by 1
      """;

  /** What a column must hold, with the check constraints that speak of it. */
  private static final String COLUMNS =
      """
      select a.attname, t.typname, t.typcategory,
             (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
               where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey @> array[a.attnum])
        from pg_attribute a
        join pg_type t on t.oid = a.atttypid
       where a.attrelid = '%s'::regclass and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and a.attidentity <> 'a'
       order by a.attnum
      """;

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'::text");
  private static final String REFUSED_BY_POLICY = "42501";

  private final TestDatabase database;
  private final Connection superuser;
  private final Connection app;

  TenantTables(TestDatabase database) throws SQLException {
    this.database = database;
    superuser = session(database.superuserAddress());
    app = session(database.appAddress());
    app.setAutoCommit(false);
  }

  List<String> withTenant() throws SQLException {
    return relations("{r,p}", "", "tenant_id");
  }

  /** Those that a second organisation reads. */
  List<String> shared() throws SQLException {
    return relations("{r,p}", "", "counterparty_id");
  }

  List<String> withoutTenant() throws SQLException {
    return relations("{r,p,f,m}", "not", "tenant_id");
  }

  List<String> views() throws SQLException {
    return relations("{v,m}", "", "tenant_id");
  }

  /** Adds a row of the tenant, whatever keys it may refer to. */
  void plant(String table, UUID tenant) throws SQLException {
    plant(insert(table, tenant));
  }

  /** The same shared with another. */
  void plant(String table, UUID tenant, UUID counterparty) throws SQLException {
    plant(insert(table, Map.of("tenant_id", tenant, "counterparty_id", counterparty)));
  }

  private void plant(String insert) throws SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(insert);
    }
  }

  /** A statement that adds a row whose every column holds something. */
  String insert(String table, UUID tenant) throws SQLException {
    return insert(table, Map.of("tenant_id", tenant));
  }

  private String insert(String table, Map<String, UUID> given) throws SQLException {
    var names = new StringJoiner(", ");
    var values = new StringJoiner(", ");
    try (var statement = superuser.createStatement();
        var columns = statement.executeQuery(COLUMNS.formatted(table))) {
      while (columns.next()) {
        var name = columns.getString(1);
        names.add('"' + name + '"');
        values.add(
            given.containsKey(name)
                ? "'" + given.get(name) + "'"
                : value(columns.getString(2), columns.getString(3), columns.getString(4)));
      }
    }
    return "insert into %s (%s) values (%s)".formatted(table, names, values);
  }

  /** How many rows the gateway sees in a new session, where no tenant was ever set. */
  long rowsSeen(String table) throws SQLException {
    try (var session = session(database.appAddress())) {
      return count(session, table);
    }
  }

  /** How many rows the gateway sees when the tenant is set so. */
  long rowsSeen(String table, String tenant) throws SQLException {
    setTenant(tenant);
    try {
      return count(app, table);
    } finally {
      app.rollback();
    }
  }

  /** Whether row-level security stops the gateway; nothing is kept. */
  boolean refusedByPolicy(String tenant, String sql) throws SQLException {
    try {
      return rowsChanged(tenant, sql) < 0;
    } catch (SQLException e) {
      return REFUSED_BY_POLICY.equals(e.getSQLState());
    }
  }

  /** Whether the gateway changes no row, because it finds none or may not change any. */
  boolean changesNothing(String tenant, String sql) throws SQLException {
    return refusedByPolicy(tenant, sql) || rowsChanged(tenant, sql) == 0;
  }

  /** What the gateway may do with a table, or with any column of it. */
  List<String> rightsTo(String table) throws SQLException {
    return names(
        """
        select p.name from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES',
                                        'TRIGGER', 'MAINTAIN']) as p (name)
         where has_table_privilege('banenschakel_app', '%1$s', p.name)
            or (p.name in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                and has_any_column_privilege('banenschakel_app', '%1$s', p.name))
        """
            .formatted(table));
  }

  /**
   * What the gateway may change in rows that are there: {@code delete}, {@code update} of columns.
   */
  List<String> changesTo(String table) throws SQLException {
    return names(
        """
        select 'delete' where has_table_privilege('banenschakel_app', '%1$s', 'DELETE')
        union all
        select 'update' where has_table_privilege('banenschakel_app', '%1$s', 'UPDATE')
        union all
        select 'update ' || a.attname from pg_attribute a
         where a.attrelid = '%1$s'::regclass and a.attnum > 0 and not a.attisdropped
           and not has_table_privilege('banenschakel_app', '%1$s', 'UPDATE')
           and has_column_privilege('banenschakel_app', '%1$s', a.attname, 'UPDATE')
        """
            .formatted(table));
  }

  /** How many rows the gateway would change; nothing is kept. */
  int rowsChanged(String tenant, String sql) throws SQLException {
    setTenant(tenant);
    try (var statement = app.createStatement()) {
      return statement.executeUpdate(sql);
    } finally {
      app.rollback();
    }
  }

  @Override
  public void close() throws SQLException {
    app.close();
    superuser.close();
  }

  private static Connection session(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  private List<String> relations(String kinds, String with, String column) throws SQLException {
    return names(RELATIONS.formatted(kinds, with, column));
  }

  private List<String> names(String query) throws SQLException {
    var names = new ArrayList<String>();
    try (var statement = superuser.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private void setTenant(String tenant) throws SQLException {
    try (var statement = app.prepareStatement("select set_config('app.tenant', ?, true)")) {
      statement.setString(1, tenant);
      statement.execute();
    }
  }

  private static long count(Connection session, String table) throws SQLException {
    try (var statement = session.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** A column that may hold certain words only holds the first of them. */
  private static String value(String type, String category, @Nullable String checks) {
    var words = QUOTED.matcher(checks == null ? "" : checks);
    return switch (category) {
      case "S" -> words.find() ? "'" + words.group(1) + "'" : "'x'";
      case "N" -> "1";
      case "B" -> "true";
      case "D" -> "'2026-01-01'";
      case "A" -> "'{}'";
      case "R" -> "'empty'";
      case "T" -> "'1 day'";
      default -> ofOther(type);
    };
  }

  private static String ofOther(String type) {
    return switch (type) {
      case "uuid" -> "gen_random_uuid()";
      case "bytea" -> "'\\x00'";
      case "jsonb", "json" -> "'{}'";
      default -> throw new IllegalStateException("add a value for the type " + type);
    };
  }
}
