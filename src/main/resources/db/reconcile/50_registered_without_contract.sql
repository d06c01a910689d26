-- $1 run. On a list of this number, and neither contract nor hours in the period, under whichever number of the
-- employer. Who is in by a single answer alone need not work here.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, register_line)
with run as materialized (
  select * from reconciliation.run where run_id = $1
), other as materialized (
  select n.loonheffingennummer
    from run
    join party.published_wage_tax_number n
      on n.tenant_id = run.tenant_id and n.loonheffingennummer <> run.loonheffingennummer
     and left(n.loonheffingennummer, 9) = left(run.loonheffingennummer, 9)
), elsewhere as materialized (
  select c.person_id
    from run
   cross join other
    join employment.published_contract_known(run.as_of) c
      on c.tenant_id = run.tenant_id and c.loonheffingennummer = other.loonheffingennummer
     and c.start_date <= run.period_until and c.end_date >= run.period_from
   union
  select h.person_id
    from run
   cross join other
    join reconciliation.run_tijdvak t on t.tenant_id = run.tenant_id and t.run_id = run.run_id
    join payroll.published_relationship_known(run.as_of) h
      on h.tenant_id = run.tenant_id and h.loonheffingennummer = other.loonheffingennummer and h.tijdvak = t.tijdvak
)
select p.tenant_id, p.run_id, 'REGISTERED_WITHOUT_CONTRACT', p.person_id, p.register_line
  from run
  join reconciliation.person_tijdvak p on p.tenant_id = run.tenant_id and p.run_id = run.run_id
 where p.register_line is not null
   and not exists (select from reconciliation.person w
                    where w.tenant_id = p.tenant_id and w.run_id = p.run_id and w.person_id = p.person_id)
   and not exists (select from elsewhere e where e.person_id = p.person_id)
 group by p.tenant_id, p.run_id, p.person_id, p.register_line
having bool_or(p.presence in ('SEEN', 'NOT_ASKED'));
