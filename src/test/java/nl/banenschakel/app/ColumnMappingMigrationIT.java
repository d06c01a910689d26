package nl.banenschakel.app;

import static nl.banenschakel.app.ColumnSamples.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import nl.banenschakel.platform.db.Migrations;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Mappings of contracts that were saved before lists and answers had any. */
class ColumnMappingMigrationIT {
  private static final String ONE = "00000000-0000-7000-8000-000000000001";
  private static final String OTHER = "00000000-0000-7000-8000-000000000002";

  @Test
  void mappings_of_before_stay_those_of_contracts_and_stay_as_they_are() {
    try (var database = TestDatabase.migratedTo("45")) {
      plant(database, ONE, "hr", 1);
      plant(database, ONE, "hr", 2);
      plant(database, OTHER, "hr", 1);

      Migrations.run(database.migratorAddress());

      assertThat(
              database.texts(
                  "select concat_ws(' ', tenant_id, kind, source, version, saved_by, saved_at::date,"
                      + " columns -> 0 ->> 'head') from intake.column_mapping order by tenant_id, version"))
          .containsExactly(
              ONE + " contracts hr 1 hr-system 2026-01-01 Med",
              ONE + " contracts hr 2 hr-system 2026-01-01 Med",
              OTHER + " contracts hr 1 hr-system 2026-01-01 Med");
      assertThat(
              database.texts(
                  "select concat_ws(' ', relrowsecurity, relforcerowsecurity,"
                      + " has_table_privilege('banenschakel_app', oid, 'INSERT'),"
                      + " has_any_column_privilege('banenschakel_app', oid, 'UPDATE'),"
                      + " has_table_privilege('banenschakel_app', oid, 'DELETE'))"
                      + " from pg_class where oid = 'intake.column_mapping'::regclass"))
          .containsExactly("t t t f f");
    }
  }

  private static void plant(TestDatabase database, String tenant, String source, int version) {
    database.asSuperuser(
        """
        insert into employment.column_mapping (tenant_id, source, version, columns, saved_at, saved_by)
        values ('%s', '%s', %d, '%s'::jsonb -> 'columns', '2026-01-01', 'hr-system')
        """
            .formatted(tenant, source, version, mapping("Med", "personnelNumber")));
  }
}
