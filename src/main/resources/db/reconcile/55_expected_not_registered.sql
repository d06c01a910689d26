-- $1 run. HR expects the person in the register, and the person is not in it, or no longer. Where nothing
-- was asked about the period nothing is known: neither by a list of the number nor about the person alone.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, personnel_number)
with run as (
  select * from reconciliation.run where run_id = $1
), answered as materialized (
  select distinct a.person_id
    from run
   cross join lateral register.published_answer(left(run.loonheffingennummer, 9), run.as_of) a
   where a.peildatum >= run.period_from
)
select r.tenant_id, r.run_id, 'EXPECTED_NOT_REGISTERED', c.person_id,
       (array_agg(c.personnel_number order by c.start_date desc, c.personnel_number collate "C"))[1]
  from run r
  join employment.published_contract_known(r.as_of) c
    on c.tenant_id = r.tenant_id and c.loonheffingennummer = r.loonheffingennummer
 where c.expected_registered
   and c.start_date <= r.period_until and c.end_date >= r.period_from
   and (exists (select from register.published_list(left(r.loonheffingennummer, 9), r.as_of) s
                 where s.loonheffingennummer = r.loonheffingennummer and s.peildatum >= r.period_from)
        or c.person_id in (select person_id from answered)
        or exists (select from reconciliation.person_tijdvak s
                    where s.tenant_id = r.tenant_id and s.run_id = $1 and s.person_id = c.person_id))
   and not exists (select from reconciliation.person_tijdvak s
                    where s.tenant_id = r.tenant_id and s.run_id = $1 and s.person_id = c.person_id
                      and s.presence in ('SEEN', 'NOT_ASKED'))
 group by r.tenant_id, r.run_id, c.person_id;
