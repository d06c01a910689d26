-- $1 run. Parts of one contract number with a day of the period in common, for everybody. Contracts with
-- numbers of their own run beside each other; that is no overlap. Some packages number contracts per person:
-- the same number of somebody else is another contract.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, personnel_number)
select r.tenant_id, r.run_id, 'CONTRACT_OVERLAP', b.person_id, min(b.personnel_number collate "C")
  from reconciliation.run r
  join employment.published_contract_known(r.as_of) a
    on a.tenant_id = r.tenant_id and a.loonheffingennummer = r.loonheffingennummer and a.contract_number is not null
  join employment.published_contract_known(r.as_of) b
    on b.tenant_id = a.tenant_id and b.loonheffingennummer = a.loonheffingennummer and b.source = a.source
   and b.contract_key = a.contract_key and (b.start_date, b.part) > (a.start_date, a.part)
   and b.person_id = a.person_id and b.start_date <= a.end_date
 where r.run_id = $1
   and b.start_date <= r.period_until
   and least(a.end_date, b.end_date) >= r.period_from
 group by r.tenant_id, r.run_id, a.source, a.contract_key, b.person_id;
