-- name: newestRun
select run_id from reconciliation.published_run order by finished_at desc, run_id desc limit 1;

-- name: findHeader
select r.run_id, o.name, r.loonheffingennummer, r.period_from, r.period_until, r.finished_at, r.register_lines,
       r.result_hash, r.hours_per_job_year, r.hours_per_job_week, r.as_of,
       f.register_peildatum, f.age_days, f.level
  from reconciliation.published_run r
  join party.published_organisation o on o.tenant_id = r.tenant_id
  left join reconciliation.published_freshness f on f.tenant_id = r.tenant_id and f.run_id = r.run_id
 where r.run_id = $1;

-- name: findTotals
select verloonde_uren_all, verloonde_uren_registered, verloonde_uren_wsw, contract_hours_per_week_registered,
       jobs_year, jobs_week
  from reconciliation.published_run
 where run_id = $1;

-- name: listTijdvakken
select tijdvak, returned, asked from reconciliation.published_tijdvak where run_id = $1 order by starts, tijdvak;

-- name: listPeople
-- $1 run, $2 the person after whom to go on, or null, $3 how many.
with ordered as (
  select person_id, personnel_number, since, contract_hours_per_week, verloonde_uren,
         row_number() over (order by personnel_number nulls first, since nulls first, person_id) as position
    from reconciliation.published_person
   where run_id = $1
)
select person_id, personnel_number, since, contract_hours_per_week, verloonde_uren
  from ordered
 where $2::uuid is null or position > (select last.position from ordered last where last.person_id = $2)
 order by position
 limit $3;

-- name: listFindings
-- $1 run, $2 code or null, $3 the finding after which to go on, or null, $4 how many.
with ordered as (
  select finding_id, code, personnel_number, tijdvak, register_line, expected, actual,
         row_number() over (order by code, personnel_number nulls first, tijdvak nulls first, register_line,
                                     finding_id) as position
    from reconciliation.published_finding
   where run_id = $1 and ($2::text is null or code = $2)
)
select finding_id, code, personnel_number, tijdvak, register_line, expected, actual
  from ordered
 where $3::uuid is null or position > (select last.position from ordered last where last.finding_id = $3)
 order by position
 limit $4;

-- name: countPeople
select count(*)::int from reconciliation.published_person where run_id = $1;

-- name: listBreakdown
select breakdown_id, value, people, contract_hours_per_week, verloonde_uren, jobs_year, jobs_week
  from reconciliation.published_breakdown
 where run_id = $1 and dimension = $2
 order by value nulls last;

-- name: findBreakdown
select breakdown_id from reconciliation.published_breakdown where run_id = $1 and breakdown_id = $2;

-- name: listShares
-- $1 run, $2 the row of a breakdown whose shares are meant, or null, $3 the share after which to go on, or null,
-- $4 how many.
with ordered as (
  select s.*, row_number() over (order by s.personnel_number nulls first, s.person_id, s.share_id) as position
    from reconciliation.published_share s
    left join reconciliation.published_breakdown b on b.run_id = $1 and b.breakdown_id = $2
   where s.run_id = $1
     and ($2::uuid is null
          or b.value is not distinct from case b.dimension when 'DEPARTMENT' then s.department
                                                           when 'SCHOOL' then s.school
                                                           else s.cost_centre end)
)
select share_id, personnel_number, department, school, cost_centre, people, contract_hours_per_week, verloonde_uren
  from ordered
 where $3::uuid is null or position > (select last.position from ordered last where last.share_id = $3)
 order by position
 limit $4;
