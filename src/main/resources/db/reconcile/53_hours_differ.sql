-- $1 run. Per tijdvak, a difference strictly beyond tolerance (hours, or a share of what is expected, the
-- larger: DOMAIN 4). Whoever lacks in a return that is there had 0 hours; where the return itself is missing,
-- that is the finding. Compared times seven, so that
-- nothing is rounded before the verdict.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, personnel_number, tijdvak, expected, actual)
select t.tenant_id, t.run_id,
       case when 7 * t.verloonde_uren < t.hours_times_days then 'HOURS_BELOW_CONTRACT' else 'HOURS_ABOVE_CONTRACT' end,
       t.person_id, p.personnel_number, t.tijdvak, round(t.hours_times_days / 7, 2), t.verloonde_uren
  from reconciliation.run r
  join reconciliation.person_tijdvak t on t.tenant_id = r.tenant_id and t.run_id = r.run_id
  join reconciliation.run_tijdvak s on s.tenant_id = t.tenant_id and s.run_id = t.run_id and s.tijdvak = t.tijdvak
  join reconciliation.person p on p.tenant_id = t.tenant_id and p.run_id = t.run_id and p.person_id = t.person_id
 where r.run_id = $1
   and t.presence = 'SEEN'
   and t.has_contract
   and s.returned
   and abs(7 * t.verloonde_uren - t.hours_times_days)
       > greatest(7 * r.tolerance_hours, r.tolerance_share * t.hours_times_days)
   and not exists (select from reconciliation.finding f
                    where f.tenant_id = t.tenant_id and f.run_id = t.run_id and f.person_id = t.person_id
                      and f.code = 'REGISTERED_WITHOUT_HOURS');
