-- $1 run. SHA-256 over canonical rows: the same facts, and returns that are due, give the same hash on any machine, whatever the order
-- in which they came. No id, no key-derived value, no place in a file.
update reconciliation.run r
   set finished_at = clock_timestamp(),
       result_hash = (
         select encode(sha256(convert_to(string_agg(row, E'\n' order by row collate "C"), 'UTF8')), 'hex')
           from (
             select jsonb_build_array(r.loonheffingennummer, null, null, 'TOTALS', r.period_from, r.period_until,
                                      r.verloonde_uren_all, r.verloonde_uren_registered, r.verloonde_uren_wsw,
                                      trim_scale(r.contract_hours_per_week_registered), r.jobs_year, r.jobs_week)::text as row
             union all
             select jsonb_build_array(r.loonheffingennummer, p.personnel_number, null, 'PERSON', p.since,
                                      trim_scale(p.contract_hours_per_week), p.verloonde_uren)::text
               from reconciliation.person p
              where p.tenant_id = r.tenant_id and p.run_id = r.run_id
             union all
             select jsonb_build_array(r.loonheffingennummer, null, null, 'BREAKDOWN', b.dimension, b.value, b.people,
                                      trim_scale(b.contract_hours_per_week), b.verloonde_uren, trim_scale(b.jobs_year),
                                      trim_scale(b.jobs_week))::text
               from reconciliation.breakdown b
              where b.tenant_id = r.tenant_id and b.run_id = r.run_id
             union all
             select jsonb_build_array(r.loonheffingennummer, f.personnel_number, f.tijdvak, f.code,
                                      trim_scale(f.expected), trim_scale(f.actual))::text
               from reconciliation.finding f
              where f.tenant_id = r.tenant_id and f.run_id = r.run_id
           ) canonical)
 where r.run_id = $1;
