-- name: findRun
select run_id, loonheffingennummer, period_from, period_until, result_hash
  from reconciliation.published_run
 where run_id = $1;

-- name: readCorrections
-- $1 run.
select finding_id, code, personnel_number, tijdvak, code = 'LKV_NOT_REQUESTED' as lkv, hours_before, hours_proposed,
       last_day
  from reconciliation.published_correction
 where run_id = $1
 order by personnel_number nulls first, starts, tijdvak, code, hours_before, hours_proposed, finding_id;

-- name: countCorrections
-- $1 run, $2 as far as is counted.
select count(*)
  from (select from reconciliation.published_correction where run_id = $1 limit $2) counted;
