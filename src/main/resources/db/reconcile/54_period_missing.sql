-- $1 run. A tijdvak without a return while contracts run, once its return is due: what is expected and not yet due is
-- never a finding (AWR 10 and 19). It is as late as the run says, or as late as the sender was when it sent its last
-- return: so old files say the same on any day.
insert into reconciliation.finding (tenant_id, run_id, code, tijdvak)
select t.tenant_id, t.run_id, 'PERIOD_MISSING', t.tijdvak
  from reconciliation.run r
  join reconciliation.run_tijdvak t on t.tenant_id = r.tenant_id and t.run_id = r.run_id
 where r.run_id = $1
   and not t.returned
   and t.due < greatest(
         (case when r.as_of = 'infinity' then r.started_at else r.as_of end at time zone 'Europe/Amsterdam')::date,
         (select max(b.sent_at)::date
            from payroll.published_block b
           where b.tenant_id = r.tenant_id and b.loonheffingennummer = r.loonheffingennummer and b.known_from <= r.as_of))
   and exists (select from employment.published_contract_known(r.as_of) c
                where c.tenant_id = r.tenant_id and c.loonheffingennummer = r.loonheffingennummer
                  and c.start_date <= t.ends and c.end_date >= t.starts);
