-- name: ownsNumber
select from party.published_wage_tax_number where loonheffingennummer = $1;

-- name: findNumberId
select number_id from party.published_wage_tax_number where loonheffingennummer = $1;

-- name: findNumber
select loonheffingennummer from party.published_wage_tax_number where number_id = $1;

-- name: listReturned
-- $1 loonheffingennummer, $2 as of.
select tijdvak, bool_or(regular) as regular
  from payroll.published_block
 where loonheffingennummer = $1 and known_from <= $2
 group by tijdvak;

-- name: beginRun
insert into reconciliation.run
  (tenant_id, run_id, loonheffingennummer, period_from, period_until, started_by,
   hours_per_job_year, hours_per_job_week, tolerance_hours, tolerance_share, grace_refreshes,
   counted_kinds, wsw_kinds, as_of, lkv_requests_until, corrections_until,
   register_amber_days, register_red_days)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
        $17, $18);

-- name: preferHashJoins
-- For this transaction. What a step just filled has no statistics: the planner takes 10,000 people for one and
-- would go through all contracts and wage returns for each.
select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true);

-- name: findRun
select * from reconciliation.published_run where run_id = $1;

-- name: listRuns
-- $1 the run after which to go on, or null; $2 how many. A run's id grows with time.
select * from reconciliation.published_run
 where $1::uuid is null or run_id < $1
 order by run_id desc
 limit $2;
