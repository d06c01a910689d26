-- $1 run. A tijdvak without a return while contracts run.
insert into reconciliation.finding (tenant_id, run_id, code, tijdvak)
select t.tenant_id, t.run_id, 'PERIOD_MISSING', t.tijdvak
  from reconciliation.run r
  join reconciliation.run_tijdvak t on t.tenant_id = r.tenant_id and t.run_id = r.run_id
 where r.run_id = $1
   and not t.returned
   and exists (select from employment.published_contract_known(r.as_of) c
                where c.tenant_id = r.tenant_id and c.loonheffingennummer = r.loonheffingennummer
                  and c.start_date <= t.ends and c.end_date >= t.starts);
