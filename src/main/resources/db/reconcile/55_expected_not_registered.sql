-- $1 run. HR expects the person in the register, and the person is not in it, or no longer. Where nothing
-- was asked about the period nothing is known: neither by a list of the number nor about the person alone.
insert into reconciliation.finding (tenant_id, run_id, code, person_id, personnel_number)
with run as materialized (
  select * from reconciliation.run where run_id = $1
), listed as materialized (
  select exists (select from run
                  cross join lateral register.published_list(left(run.loonheffingennummer, 9), run.as_of) l
                  where l.loonheffingennummer = run.loonheffingennummer and l.peildatum >= run.period_from) as is_listed
), answered as materialized (
  select distinct a.person_id
    from run
   cross join lateral register.published_answer(left(run.loonheffingennummer, 9), run.as_of) a
   where a.peildatum >= run.period_from
), told as materialized (
  select s.person_id, bool_or(s.presence in ('SEEN', 'NOT_ASKED')) as excused
    from run
    join reconciliation.person_tijdvak s on s.tenant_id = run.tenant_id and s.run_id = run.run_id
   group by s.person_id
)
select r.tenant_id, r.run_id, 'EXPECTED_NOT_REGISTERED', c.person_id,
       (array_agg(c.personnel_number order by c.start_date desc, c.personnel_number collate "C"))[1]
  from run r
 cross join listed
  join employment.published_contract_known(r.as_of) c
    on c.tenant_id = r.tenant_id and c.loonheffingennummer = r.loonheffingennummer
  left join told t on t.person_id = c.person_id
  left join answered a on a.person_id = c.person_id
 where c.expected_registered
   and c.start_date <= r.period_until and c.end_date >= r.period_from
   and (listed.is_listed or a.person_id is not null or t.person_id is not null)
   and not coalesce(t.excused, false)
 group by r.tenant_id, r.run_id, c.person_id;
