-- $1 run. Registered people with a contract day or hours in the period: since when, how many hours a week
-- on the last contract day in the period (parallel contracts add up), how many verloonde uren while seen.
insert into reconciliation.person
  (tenant_id, run_id, person_id, personnel_number, since, contract_hours_per_week, contract_hours_on_last_day,
   verloonde_uren)
with run as (
  select * from reconciliation.run where run_id = $1
), seen as (
  select p.person_id,
         sum(p.verloonde_uren) filter (where p.presence = 'SEEN') as verloonde_uren,
         bool_or(p.has_contract) as has_contract
    from run
    join reconciliation.person_tijdvak p on p.tenant_id = run.tenant_id and p.run_id = $1
   group by p.person_id
  having bool_or(p.presence in ('SEEN', 'NOT_ASKED')) and (bool_or(p.has_contract) or bool_or(p.verloonde_uren <> 0))
), contract as (
  select c.person_id, c.personnel_number, c.start_date, c.end_date, c.hours_per_week,
         max(least(c.end_date, run.period_until))
           filter (where c.start_date <= run.period_until and c.end_date >= run.period_from)
           over (partition by c.person_id) as last_day
    from run
    join employment.published_contract_known(run.as_of) c
      on c.tenant_id = run.tenant_id and c.loonheffingennummer = run.loonheffingennummer
    join seen on seen.person_id = c.person_id
), running as (
  select person_id, last_day, sum(hours_per_week) as hours_per_week,
         (array_agg(personnel_number order by start_date desc, personnel_number collate "C"))[1] as personnel_number
    from contract
   where last_day between start_date and end_date
   group by person_id, last_day
), chain as (
  -- contracts that follow each other without a day between them are one range
  select person_id, last_day, unnest(range_agg(daterange(start_date, end_date, '[]'))) as days
    from contract
   group by person_id, last_day
), contract_number as (
  -- for hours without a contract in the period: an ended or future one still gives the number
  select distinct on (person_id) person_id, personnel_number
    from contract
   where last_day is null
   order by person_id, start_date desc, personnel_number collate "C"
), payroll_number as (
  select distinct on (w.person_id) w.person_id, w.personnel_number
    from run
    join reconciliation.run_tijdvak t on t.tenant_id = run.tenant_id and t.run_id = $1
    join payroll.published_relationship_known(run.as_of) w
      on w.tenant_id = run.tenant_id and w.loonheffingennummer = run.loonheffingennummer and w.tijdvak = t.tijdvak
    join seen on seen.person_id = w.person_id and not seen.has_contract
   where w.personnel_number is not null
   order by w.person_id, t.starts desc, w.num_iv, w.personnel_number collate "C"
)
select run.tenant_id, run.run_id, seen.person_id,
       coalesce(running.personnel_number, contract_number.personnel_number, payroll_number.personnel_number),
       lower(chain.days), running.hours_per_week,
       case when running.last_day = run.period_until then running.hours_per_week else 0 end,
       coalesce(seen.verloonde_uren, 0)
  from run
 cross join seen
  left join running on running.person_id = seen.person_id
  left join chain on chain.person_id = seen.person_id and chain.days @> chain.last_day
  left join contract_number on contract_number.person_id = seen.person_id
  left join payroll_number on payroll_number.person_id = seen.person_id;
