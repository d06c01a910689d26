-- $1 run. Register, contract and payroll of each listed person, tijdvak by tijdvak (DOMAIN 3.3, 4).
-- A list with the person speaks for every tijdvak that starts on or before its peildatum. Missing from
-- later lists, the person stays seen until that happened as often as the grace allows. The run is named in
-- each join by $1: through the CTE the planner would not see it, and join with the rows of every run.
insert into reconciliation.person_tijdvak
  (tenant_id, run_id, person_id, tijdvak, presence, verloonde_uren, has_row, lkv_lacks,
   has_contract, hours_times_days)
with run as (
  select * from reconciliation.run where run_id = $1
), paid as (
  select p.person_id, w.tijdvak,
         sum(w.verloonde_uren) as hours,
         sum(w.verloonde_uren) > 0 and not bool_or(w.lkv_requested) as lkv_lacks
    from run
    join reconciliation.population p on p.tenant_id = run.tenant_id and p.run_id = $1
    join payroll.published_relationship w
      on w.tenant_id = run.tenant_id and w.loonheffingennummer = run.loonheffingennummer
     and w.person_id = p.person_id and w.srt_iv = any (run.counted_kinds)
    join reconciliation.run_tijdvak t
      on t.tenant_id = run.tenant_id and t.run_id = $1 and t.tijdvak = w.tijdvak
   group by p.person_id, w.tijdvak
), contracted as (
  select p.person_id, t.tijdvak,
         sum(c.hours_per_week * (least(c.end_date, t.ends) - greatest(c.start_date, t.starts) + 1)) as hours_times_days
    from run
    join reconciliation.population p on p.tenant_id = run.tenant_id and p.run_id = $1
    join employment.published_contract c
      on c.tenant_id = run.tenant_id and c.loonheffingennummer = run.loonheffingennummer
     and c.person_id = p.person_id
    join reconciliation.run_tijdvak t
      on t.tenant_id = run.tenant_id and t.run_id = $1
     and c.start_date <= t.ends and c.end_date >= t.starts
   group by p.person_id, t.tijdvak
)
select p.tenant_id, p.run_id, p.person_id, t.tijdvak,
       case
         when p.last_seen >= t.starts then 'SEEN'
         when t.refreshes = 0 then 'NOT_ASKED'
         when p.missed < run.grace_refreshes then 'SEEN'
         else 'NO_LONGER_SEEN'
       end,
       coalesce(paid.hours, 0), paid.person_id is not null, coalesce(paid.lkv_lacks, false),
       contracted.person_id is not null, coalesce(contracted.hours_times_days, 0)
  from run
  join reconciliation.population p on p.tenant_id = run.tenant_id and p.run_id = $1
  join reconciliation.run_tijdvak t on t.tenant_id = run.tenant_id and t.run_id = $1
  left join paid on paid.person_id = p.person_id and paid.tijdvak = t.tijdvak
  left join contracted on contracted.person_id = p.person_id and contracted.tijdvak = t.tijdvak;
