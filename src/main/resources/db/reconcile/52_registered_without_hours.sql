-- $1 run. A contract in the period and no row in any return of the period: said once.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, personnel_number)
select p.tenant_id, p.run_id, 'REGISTERED_WITHOUT_HOURS', p.person_id, p.personnel_number
  from reconciliation.person p
  join reconciliation.person_tijdvak t
    on t.tenant_id = p.tenant_id and t.run_id = p.run_id and t.person_id = p.person_id
 where p.run_id = $1
 group by p.tenant_id, p.run_id, p.person_id, p.personnel_number
having bool_or(t.has_contract and t.presence = 'SEEN') and not bool_or(t.has_row);
