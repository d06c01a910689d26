package nl.banenschakel.app;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.banenschakel.testing.TestDatabase;

/** How many rows an organisation has, in which tables: seen from behind the gateway. */
final class StoredRows {
  private static final String TABLES =
      """
      select format('%I.%I', table_schema, table_name)
        from information_schema.columns
        join information_schema.tables using (table_schema, table_name)
       where column_name = 'tenant_id' and table_type = 'BASE TABLE' and table_schema not in ('party', 'audit', 'job')
      """;

  private static final String EVERY_TABLE =
      """
      select format('%I.%I', schemaname, tablename) from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema', 'audit')
      """;

  private final TestDatabase database;
  private String hashOfAll = "";

  StoredRows(TestDatabase database) {
    this.database = database;
  }

  /** The ids of its deliveries, those that are still coming in included. */
  List<String> uploads(UUID organisation) {
    return database.texts(
        "select upload_id::text from intake.upload where tenant_id = '%s'".formatted(organisation));
  }

  /**
   * Every table that holds rows of it, with their number; what it is itself, who asked for it, and
   * work that waits are left out.
   */
  List<String> everything(UUID organisation) {
    var counts =
        database.texts(TABLES).stream()
            .map(
                table ->
                    "select '%1$s ' || count(*) from %1$s where tenant_id = '%2$s' having count(*) > 0"
                        .formatted(table, organisation))
            .collect(Collectors.joining(" union all "));
    return database.texts("select * from (" + counts + ") counted order by 1");
  }

  /**
   * Every row of every table of every organisation, as one number: what changes it is a change.
   * That somebody asked is written down in the audit whatever came of it, and is left out.
   */
  String hash() {
    if (hashOfAll.isEmpty()) {
      var rows =
          database.texts(EVERY_TABLE).stream()
              .map(table -> "select '%1$s' as name, t::text as line from %1$s t".formatted(table))
              .collect(Collectors.joining(" union all "));
      hashOfAll =
          "select md5(string_agg(name || line, e'\\n' order by name, line)) from (%s) everything"
              .formatted(rows);
    }
    return database.texts(hashOfAll).get(0);
  }
}
