package nl.banenschakel.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks, before anything is served, whether the database still keeps tenants apart: asks the
 * catalog as the app's own role. Blocks.
 */
public final class StartupGuard {
  private static final Sql SQL = Sql.load("guard");
  private static final String TABLES_WITHOUT_TENANT = SQL.get("tablesWithoutTenant");
  private static final String DEFINER_FUNCTIONS = SQL.get("definerFunctions");
  private static final List<String> RULES =
      List.of(
          SQL.get("powersOfTheAppRole"),
          SQL.get("membershipsOfTheAppRole"),
          SQL.get("possessionsOfTheAppRole"),
          SQL.get("loginOfTheOwner"),
          SQL.get("unprotectedTables"),
          SQL.get("looseTenantPolicies"),
          SQL.get("openTablesWithoutTenant"),
          SQL.get("looseDefinerFunctions"),
          SQL.get("keysWithoutTenant"),
          SQL.get("viewsWithTheirOwnersRights"),
          SQL.get("possessionsOfOthers"));

  private StartupGuard() {}

  /**
   * What rightly is not as everything else is.
   *
   * @param tables as {@code schema.table}: have no {@code tenant_id}, and the app role no right to
   *     them
   * @param functions as {@code schema.function}: run with the rights of their owner
   */
  public record Exceptions(Set<String> tables, Set<String> functions) {
    /** Everything is as everything else. */
    public static final Exceptions NONE = new Exceptions(Set.of(), Set.of());
  }

  /** The database does not keep tenants apart, or not surely. The message lists every problem. */
  public static final class Unsafe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    Unsafe(List<String> problems) {
      super("The database is not safe to serve from:\n- " + String.join("\n- ", problems));
      this.problems = List.copyOf(problems);
    }

    /** One sentence each. */
    public List<String> problems() {
      return problems;
    }
  }

  /**
   * Returns when all is well.
   *
   * @param app the login the gateway serves with
   * @param known what is known to be otherwise
   * @throws Unsafe with every problem at once
   * @throws IllegalStateException when the database cannot be asked
   */
  public static void check(DatabaseAddress app, Exceptions known) {
    var problems = new ArrayList<String>();
    try (var session = app.connect()) {
      for (var rule : RULES) {
        problems.addAll(problems(session, rule, Set.of()));
      }
      problems.addAll(problems(session, TABLES_WITHOUT_TENANT, known.tables()));
      problems.addAll(problems(session, DEFINER_FUNCTIONS, known.functions()));
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be checked at " + app, e);
    }
    if (!problems.isEmpty()) {
      throw new Unsafe(problems);
    }
  }

  private static List<String> problems(Connection session, String rule, Set<String> allowed)
      throws SQLException {
    var problems = new ArrayList<String>();
    try (var statement = session.createStatement();
        var rows = statement.executeQuery(rule)) {
      while (rows.next()) {
        if (!allowed.contains(rows.getString("object"))) {
          problems.add(rows.getString("problem"));
        }
      }
    }
    return problems;
  }
}
