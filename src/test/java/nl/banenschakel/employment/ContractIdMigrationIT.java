package nl.banenschakel.employment;

import static org.assertj.core.api.Assertions.assertThat;

import nl.banenschakel.platform.db.Migrations;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Contracts that were there before contracts had an id. */
class ContractIdMigrationIT {
  private static final String ONE = "00000000-0000-7000-8000-000000000001";
  private static final String OTHER = "00000000-0000-7000-8000-000000000002";

  @Test
  void contracts_of_before_get_an_id_each_for_all_their_versions_and_parts() {
    try (var database = TestDatabase.migratedTo("8")) {
      plant(database, ONE, "C 1 A 1", "2024-01-01", "2026-01-01", "2026-02-01");
      plant(database, ONE, "C 1 A 1", "2024-01-01", "2026-02-01", "infinity");
      plant(database, ONE, "C 1 A 1", "2025-01-01", "2026-02-01", "infinity");
      plant(database, ONE, "C 1 B 1", "2024-01-01", "2026-01-01", "infinity");
      plant(database, OTHER, "C 1 A 1", "2024-01-01", "2026-01-15", "infinity");

      Migrations.run(database.migratorAddress());

      assertThat(
              database.texts(
                  "select contract_key || ' ' || count(*) || ' ' || count(distinct contract_id)"
                      + " from employment.contract group by tenant_id, contract_key order by 1, count(*)"))
          .containsExactly("C 1 A 1 1 1", "C 1 A 1 3 1", "C 1 B 1 1 1");
      assertThat(database.texts("select count(distinct contract_id) from employment.contract"))
          .containsExactly("3");
      assertThat(
              database.texts("select latest::date::text from employment.clock order by tenant_id"))
          .containsExactly("2026-02-01", "2026-01-15");
      assertThat(
              database.texts(
                  "select (relrowsecurity and relforcerowsecurity)::text from pg_class"
                      + " where oid in ('employment.contract'::regclass, 'employment.clock'::regclass)"))
          .containsExactly("true", "true");
    }
  }

  private static void plant(
      TestDatabase database, String tenant, String key, String start, String from, String until) {
    database.asSuperuser(
        """
        insert into employment.contract (
          tenant_id, loonheffingennummer, source, contract_key, start_date, part, known_from, known_until,
          person_id, personnel_number, hours_per_week, expected_registered, upload_id, line)
        values ('%s', '001000275L01', 'hr', '%s', '%s', 0, '%s', '%s', gen_random_uuid(), '1', 36, false,
                gen_random_uuid(), 1)
        """
            .formatted(tenant, key, start, from, until));
  }
}
