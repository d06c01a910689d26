-- $1 run. Listed, and neither contract nor hours here in the period.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, register_line)
select p.tenant_id, p.run_id, 'REGISTERED_WITHOUT_CONTRACT', p.person_id, p.register_line
  from reconciliation.population p
 where p.run_id = $1
   and exists (select from reconciliation.person_tijdvak t
                where t.tenant_id = p.tenant_id and t.run_id = p.run_id and t.person_id = p.person_id
                  and t.presence <> 'NO_LONGER_SEEN')
   and not exists (select from reconciliation.person w
                    where w.tenant_id = p.tenant_id and w.run_id = p.run_id and w.person_id = p.person_id);
