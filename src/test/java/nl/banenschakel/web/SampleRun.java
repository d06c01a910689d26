package nl.banenschakel.web;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.UUID;
import nl.banenschakel.testing.TestDatabase;

/** A finished run in the tables, as the steps of a reconciliation leave one. */
record SampleRun(UUID organisation) {
  static final String HASH = "0123456789abcdef".repeat(4);

  private static final String SQL =
      """
      insert into party.organisation (tenant_id, name, kinds, created_by)
      values (:organisation, ':name', '{employer}', 'test');
      insert into reconciliation.run
        (tenant_id, run_id, loonheffingennummer, period_from, period_until, started_by, finished_at,
         hours_per_job_year, hours_per_job_week, tolerance_hours, tolerance_share, grace_refreshes,
         counted_kinds, wsw_kinds, register_lines, verloonde_uren_all, verloonde_uren_registered,
         verloonde_uren_wsw, contract_hours_per_week_registered, jobs_year, jobs_week, result_hash)
      values (:organisation, :run, '001000275L01', '2026-01-01', '2026-03-31', 'test',
         '2026-04-02T09:30:01Z', 1331, 25.5, 8, 0.1, 2, '{}', '{}', 15, 17883, 3837, 0, 326.5,
         2.8828, 12.8039, ':hash');
      insert into reconciliation.run_tijdvak
        (tenant_id, run_id, tijdvak, starts, ends, returned, refreshes)
      values (:organisation, :run, '2026-M01', '2026-01-01', '2026-01-31', true, 1),
             (:organisation, :run, '2026-M02', '2026-02-01', '2026-02-28', false, 1),
             (:organisation, :run, '2026-M03', '2026-03-01', '2026-03-31', true, 0);
      insert into reconciliation.person
        (tenant_id, run_id, person_id, personnel_number, since, contract_hours_per_week,
         contract_hours_on_last_day, verloonde_uren)
      values (:organisation, :run, gen_random_uuid(), ':number', '2020-08-02', 25.5, 25.5, 1514),
             (:organisation, :run, gen_random_uuid(), null, null, null, 0, 97);
      insert into reconciliation.finding
        (tenant_id, run_id, code, personnel_number, tijdvak, register_line, expected, actual)
      values (:organisation, :run, 'HOURS_BELOW_CONTRACT', ':number', '2026-M01', null, 112.93, 60),
             (:organisation, :run, 'PERIOD_MISSING', null, '2026-M02', null, null, null),
             (:organisation, :run, 'REGISTERED_WITHOUT_CONTRACT', null, null, 7, null, null);
      """;

  /** Of a new organisation, with one person of this number and one of none. */
  @CanIgnoreReturnValue
  static SampleRun insert(TestDatabase database, String name, String personnelNumber) {
    var organisation = UUID.randomUUID();
    database.asSuperuser(
        SQL.replace(":organisation", "'" + organisation + "'")
            .replace(":run", "'" + UUID.randomUUID() + "'")
            .replace(":hash", HASH)
            .replace(":name", name)
            .replace(":number", personnelNumber));
    return new SampleRun(organisation);
  }
}
