-- What payroll should look at or correct, tijdvak by tijdvak, with the last day on which it can. Month and day of the
-- year after the tijdvak's, as the norms have them on the last day of the period; null in runs from before.
alter table reconciliation.run
  add column lkv_requests_until integer[],
  add column corrections_until integer[];

create view reconciliation.published_correction with (security_invoker = true) as
  with correction as (
    select f.tenant_id, f.run_id, f.finding_id, f.code, f.personnel_number, f.tijdvak, f.actual as hours_before,
           round(f.expected) as hours_proposed
      from reconciliation.finding f
     where f.code in ('HOURS_ABOVE_CONTRACT', 'HOURS_BELOW_CONTRACT', 'HOURS_WITHOUT_CONTRACT', 'PERIOD_MISSING',
                      'RETURN_TOTAL_DIFFERS')
     union all
    select f.tenant_id, f.run_id, f.finding_id, f.code, f.personnel_number, p.tijdvak, p.verloonde_uren,
           p.verloonde_uren
      from reconciliation.finding f
      join reconciliation.person_tijdvak p
        on p.tenant_id = f.tenant_id and p.run_id = f.run_id and p.person_id = f.person_id
     where f.code = 'LKV_NOT_REQUESTED' and p.presence = 'SEEN' and p.lkv_lacks
     union all
    select f.tenant_id, f.run_id, f.finding_id, f.code, f.personnel_number, p.tijdvak, p.verloonde_uren,
           round(p.hours_times_days / 7)
      from reconciliation.finding f
      join reconciliation.person_tijdvak p
        on p.tenant_id = f.tenant_id and p.run_id = f.run_id and p.person_id = f.person_id
     where f.code = 'REGISTERED_WITHOUT_HOURS' and p.presence = 'SEEN' and p.has_contract
  )
  select c.tenant_id, c.run_id, c.finding_id, c.code, c.personnel_number, c.tijdvak, t.starts,
         c.hours_before, c.hours_proposed,
         make_date(extract(year from t.ends)::integer + 1, until.month_day[1], until.month_day[2]) as last_day
    from correction c
    join reconciliation.run r on r.tenant_id = c.tenant_id and r.run_id = c.run_id
    join reconciliation.run_tijdvak t
      on t.tenant_id = c.tenant_id and t.run_id = c.run_id and t.tijdvak = c.tijdvak
   cross join lateral (
     select case when c.code = 'LKV_NOT_REQUESTED' then r.lkv_requests_until else r.corrections_until end as month_day
   ) until
   where c.code not in ('REGISTERED_WITHOUT_HOURS') or t.returned;
