-- $1 run. Once per person: hours in a tijdvak while seen, without the request in the wage return (Wtl 2.10).
insert into reconciliation.finding (tenant_id, run_id, code, person_id, personnel_number)
select p.tenant_id, p.run_id, 'LKV_NOT_REQUESTED', p.person_id, p.personnel_number
  from reconciliation.person p
 where p.run_id = $1
   and exists (select from reconciliation.person_tijdvak t
                where t.tenant_id = p.tenant_id and t.run_id = p.run_id and t.person_id = p.person_id
                  and t.presence = 'SEEN' and t.lkv_lacks);
