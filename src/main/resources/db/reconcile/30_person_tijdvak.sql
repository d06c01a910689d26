-- $1 run. Register, contract and payroll of each person who was ever seen in the register, tijdvak by tijdvak
-- (DOMAIN 3.3, 4). The presence is that of register.published_presence, with the evidence that decides it. The run is
-- named in each join by $1: through the CTE the planner would not see it, and join with the rows of every run.
insert into reconciliation.person_tijdvak
  (tenant_id, run_id, person_id, tijdvak, presence, evidence, register_line, verloonde_uren, has_row, lkv_lacks,
   has_contract, hours_times_days)
with run as (
  select r.*, span.*
    from reconciliation.run r
   cross join (select array_agg(t.tijdvak) as tijdvakken, array_agg(t.starts) as starts, array_agg(t.ends) as ends
                 from reconciliation.run_tijdvak t
                where t.run_id = $1) span
   where r.run_id = $1
), presence as materialized (
  select p.person_id, p.tijdvak, p.presence, p.evidence, p.line
    from run
   cross join register.published_presence(run.loonheffingennummer, run.tijdvakken, run.starts, run.ends, run.as_of,
                                          run.grace_refreshes) p
   where p.last_seen is not null
), seen as (
  select distinct person_id from presence
), paid as (
  select p.person_id, w.tijdvak,
         sum(w.verloonde_uren) as hours,
         sum(w.verloonde_uren) > 0 and not bool_or(w.lkv_requested) as lkv_lacks
    from run
   cross join seen p
    join payroll.published_relationship_known(run.as_of) w
      on w.tenant_id = run.tenant_id and w.loonheffingennummer = run.loonheffingennummer
     and w.person_id = p.person_id and w.srt_iv = any (run.counted_kinds)
    join reconciliation.run_tijdvak t
      on t.tenant_id = run.tenant_id and t.run_id = $1 and t.tijdvak = w.tijdvak
   group by p.person_id, w.tijdvak
), contracted as (
  select p.person_id, t.tijdvak,
         sum(c.hours_per_week * (least(c.end_date, t.ends) - greatest(c.start_date, t.starts) + 1)) as hours_times_days
    from run
   cross join seen p
    join employment.published_contract_known(run.as_of) c
      on c.tenant_id = run.tenant_id and c.loonheffingennummer = run.loonheffingennummer
     and c.person_id = p.person_id
    join reconciliation.run_tijdvak t
      on t.tenant_id = run.tenant_id and t.run_id = $1
     and c.start_date <= t.ends and c.end_date >= t.starts
   group by p.person_id, t.tijdvak
)
select run.tenant_id, run.run_id, p.person_id, p.tijdvak, p.presence, p.evidence, p.line,
       coalesce(paid.hours, 0), paid.person_id is not null, coalesce(paid.lkv_lacks, false),
       contracted.person_id is not null, coalesce(contracted.hours_times_days, 0)
  from run
 cross join presence p
  left join paid on paid.person_id = p.person_id and paid.tijdvak = p.tijdvak
  left join contracted on contracted.person_id = p.person_id and contracted.tijdvak = p.tijdvak;
