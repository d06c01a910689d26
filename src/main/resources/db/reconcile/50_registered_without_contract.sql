-- $1 run. On a list of this number, and neither contract nor hours in the period, under whichever number of the
-- employer. Who is in by a single answer alone need not work here.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, register_line)
select p.tenant_id, p.run_id, 'REGISTERED_WITHOUT_CONTRACT', p.person_id, p.register_line
  from reconciliation.run r
  join reconciliation.person_tijdvak p on p.tenant_id = r.tenant_id and p.run_id = r.run_id
 where r.run_id = $1
   and p.register_line is not null
   and not exists (select from reconciliation.person w
                    where w.tenant_id = p.tenant_id and w.run_id = p.run_id and w.person_id = p.person_id)
   and not exists (select from employment.published_contract_known(r.as_of) c
                    where c.tenant_id = r.tenant_id and c.person_id = p.person_id
                      and c.loonheffingennummer <> r.loonheffingennummer
                      and left(c.loonheffingennummer, 9) = left(r.loonheffingennummer, 9)
                      and c.start_date <= r.period_until and c.end_date >= r.period_from)
   and not exists (select from reconciliation.run_tijdvak t
                     join payroll.published_relationship_known(r.as_of) h on h.tenant_id = t.tenant_id and h.tijdvak = t.tijdvak
                    where t.tenant_id = r.tenant_id and t.run_id = r.run_id and h.person_id = p.person_id
                      and h.loonheffingennummer <> r.loonheffingennummer
                      and left(h.loonheffingennummer, 9) = left(r.loonheffingennummer, 9))
 group by p.tenant_id, p.run_id, p.person_id, p.register_line
having bool_or(p.presence in ('SEEN', 'NOT_ASKED'));
