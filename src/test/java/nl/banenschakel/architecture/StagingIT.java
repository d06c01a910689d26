package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Unlogged tables hold deliveries that may be refused. Statistics about them are logged, and would
 * hold pieces of what they are about.
 */
class StagingIT {
  private static final String UNLOGGED =
      """
      select c.oid::regclass || '.' || a.attname
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relpersistence = 'u'
      """;

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void there_are_unlogged_tables() {
    assertThat(database.texts(UNLOGGED)).contains("employment.staged.personnel_number");
  }

  @Test
  void of_an_unlogged_table_statistics_tell_whose_rows_there_are_and_nothing_of_what_is_in_them() {
    var kept = database.texts(UNLOGGED + " and a.attstattarget is distinct from 0");

    assertThat(kept).isNotEmpty().allMatch(column -> column.matches(".*\\.(tenant|upload)_id"));
  }

  @Test
  void the_gateway_counts_what_is_staged_and_no_text_of_it_is_kept() {
    database.asSuperuser(
        "insert into employment.staged (tenant_id, upload_id, line, blind_index, contract_key,"
            + " personnel_number, start_date, hours_per_week, expected_registered)"
            + " select gen_random_uuid(), gen_random_uuid(), 2, '', 'P', 'secret', '2026-01-01', 36,"
            + " false from generate_series(1, 100);"
            + " set role banenschakel_app; select employment.count_staged(); reset role");

    assertThat(
            database.texts(
                "select reltuples::text from pg_class where relname = 'staged' and reltuples = 100"))
        .hasSize(1);
    assertThat(
            database.texts(
                "select attname::text from pg_stats where tablename = 'staged' order by 1"))
        .containsExactly("tenant_id", "upload_id");
  }
}
