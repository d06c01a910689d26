-- $1 run. Hours in a tijdvak in which no contract runs.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, personnel_number, tijdvak, actual)
select t.tenant_id, t.run_id, 'HOURS_WITHOUT_CONTRACT', t.person_id, p.personnel_number, t.tijdvak, t.verloonde_uren
  from reconciliation.person_tijdvak t
  join reconciliation.person p on p.tenant_id = t.tenant_id and p.run_id = t.run_id and p.person_id = t.person_id
 where t.run_id = $1 and t.presence = 'SEEN' and not t.has_contract and t.verloonde_uren <> 0;
