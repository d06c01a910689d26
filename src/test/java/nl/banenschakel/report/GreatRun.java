package nl.banenschakel.report;

import java.util.UUID;
import nl.banenschakel.testing.TestDatabase;

/** A finished run of any number of people and differences, put in the tables as steps leave one. */
final class GreatRun {
  private static final String SQL =
      """
      insert into reconciliation.run
        (tenant_id, run_id, loonheffingennummer, period_from, period_until, started_by, finished_at,
         hours_per_job_year, hours_per_job_week, tolerance_hours, tolerance_share, grace_refreshes,
         counted_kinds, wsw_kinds, register_lines, verloonde_uren_all, verloonde_uren_registered,
         verloonde_uren_wsw, contract_hours_per_week_registered, jobs_year, jobs_week, result_hash,
         lkv_requests_until, corrections_until)
      values (:organisation, :run, '001000275L01', '2026-01-01', '2026-01-31', 'test',
         '2026-04-02T09:30:01Z', 1331, 25.5, 8, 0.1, 2, '{}', '{}', :rows, 100, 100, 0, 100, 0.1,
         0.2, repeat('a', 64), '{1,31}', '{5,1}');
      insert into reconciliation.run_tijdvak
        (tenant_id, run_id, tijdvak, starts, ends, returned, refreshes)
      values (:organisation, :run, '2026-M01', '2026-01-01', '2026-01-31', true, 1);
      insert into reconciliation.person
        (tenant_id, run_id, person_id, personnel_number, since, contract_hours_per_week,
         contract_hours_on_last_day, verloonde_uren)
      select :organisation, :run, gen_random_uuid(), 'E-' || n, '2020-08-02', 25.5, 25.5, n
        from generate_series(1, :rows) n;
      insert into reconciliation.finding
        (tenant_id, run_id, code, personnel_number, tijdvak, expected, actual)
      select :organisation, :run, 'HOURS_BELOW_CONTRACT', 'E-' || n, '2026-M01', n + 0.25, 0
        from generate_series(1, :rows) n;
      """;

  private GreatRun() {}

  /** Of an organisation that is there: so many people, and a difference of each. */
  static UUID insert(TestDatabase database, UUID organisation, int rows) {
    var run = UUID.randomUUID();
    database.asSuperuser(
        SQL.replace(":organisation", "'" + organisation + "'")
            .replace(":run", "'" + run + "'")
            .replace(":rows", Integer.toString(rows)));
    return run;
  }
}
