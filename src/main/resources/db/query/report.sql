-- name: newestRun
select run_id from reconciliation.published_run order by finished_at desc, run_id desc limit 1;

-- name: findHeader
select r.run_id, o.name, r.loonheffingennummer, r.period_from, r.period_until, r.finished_at, r.register_lines,
       r.result_hash, r.hours_per_job_year, r.hours_per_job_week, r.as_of,
       f.register_peildatum, f.age_days, f.level, list.snapshot_id
  from reconciliation.published_run r
  join party.published_organisation o on o.tenant_id = r.tenant_id
  left join reconciliation.published_freshness f on f.tenant_id = r.tenant_id and f.run_id = r.run_id
  left join lateral (
    select l.snapshot_id
      from register.published_list(left(r.loonheffingennummer, 9), r.known_at) l
     where l.loonheffingennummer = r.loonheffingennummer
     order by l.peildatum desc
     limit 1) list on true
 where r.run_id = $1;

-- name: findTotals
select verloonde_uren_all, verloonde_uren_registered, verloonde_uren_wsw, contract_hours_per_week_registered,
       jobs_year, jobs_week
  from reconciliation.published_run
 where run_id = $1;

-- name: listTijdvakken
select tijdvak, returned, asked from reconciliation.published_tijdvak where run_id = $1 order by starts, tijdvak;

-- name: listPeople
-- $1 run, $2 the person after whom to go on, or null, $3 how many.
with last as (
  select by_number, by_since, person_id
    from reconciliation.published_person
   where run_id = $1 and person_id = $2
   union all
  select '', '-infinity', '00000000-0000-0000-0000-000000000000' where $2::uuid is null
)
select person_id, personnel_number, since, contract_hours_per_week, verloonde_uren
  from reconciliation.published_person
 where run_id = $1
   and (by_number, by_since, person_id)
         > ((select by_number from last), (select by_since from last), (select person_id from last))
 order by by_number, by_since, person_id
 limit $3;

-- name: listFindings
-- $1 run, $2 code or null, $3 the finding after which to go on, or null, $4 how many.
with last as (
  select code, by_number, by_tijdvak, by_line, finding_id
    from reconciliation.published_finding
   where run_id = $1 and finding_id = $3
   union all
  select case when $2::text is null then '' else $2 end, '', '', -1, '00000000-0000-0000-0000-000000000000'
   where $3::uuid is null
)
select finding_id, code, person_id, personnel_number, tijdvak, register_line, expected, actual
  from reconciliation.published_finding
 where run_id = $1 and ($2::text is null or code = $2) and code <= (select coalesce($2::text, '~'))
   and (code, by_number, by_tijdvak, by_line, finding_id)
         > ((select code from last), (select by_number from last), (select by_tijdvak from last),
            (select by_line from last), (select finding_id from last))
 order by code, by_number, by_tijdvak, by_line, finding_id
 limit $4;

-- name: readPeople
-- $1 run. All of them, in the order of listPeople.
select person_id, personnel_number, since, contract_hours_per_week, verloonde_uren
  from reconciliation.published_person
 where run_id = $1
 order by by_number, by_since, person_id;

-- name: readFindings
-- $1 run. All of them, in the order of listFindings.
select finding_id, code, person_id, personnel_number, tijdvak, register_line, expected, actual
  from reconciliation.published_finding
 where run_id = $1
 order by code, by_number, by_tijdvak, by_line, finding_id;

-- name: listFirstFindings
-- $1 run, $2 how many of each code at most.
select *
  from (select finding_id, code, person_id, personnel_number, tijdvak, register_line, expected, actual,
               count(*) over (partition by code)::int as size,
               row_number() over (partition by code order by personnel_number nulls first, tijdvak nulls first,
                                                             register_line, finding_id) as position
          from reconciliation.published_finding
         where run_id = $1) ordered
 where position <= $2
 order by code, position;

-- name: countFindings
select count(*)::int from reconciliation.published_finding where run_id = $1;

-- name: countPeople
select count(*)::int from reconciliation.published_person where run_id = $1;

-- name: listBreakdown
select breakdown_id, value, people, contract_hours_per_week, verloonde_uren, jobs_year, jobs_week
  from reconciliation.published_breakdown
 where run_id = $1 and dimension = $2
 order by value nulls last;

-- name: findBreakdown
select breakdown_id from reconciliation.published_breakdown where run_id = $1 and breakdown_id = $2;

-- name: listShares
-- $1 run, $2 the row of a breakdown whose shares are meant, or null, $3 the share after which to go on, or null,
-- $4 how many. The first bound is one of people only: along their index.
with last as (
  select by_number, person_id, share_id
    from reconciliation.published_share
   where run_id = $1 and share_id = $3
   union all
  select '', '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000' where $3::uuid is null
)
select s.share_id, s.person_id, s.personnel_number, s.department, s.school, s.cost_centre, s.people, s.contract_hours_per_week,
       s.verloonde_uren
  from reconciliation.published_share s
 where s.run_id = $1
   and s.by_number >= (select by_number from last)
   and (s.by_number, s.person_id, s.share_id)
         > ((select by_number from last), (select person_id from last), (select share_id from last))
   and ($2::uuid is null
        or exists (select from reconciliation.published_breakdown b
                    where b.run_id = $1 and b.breakdown_id = $2
                      and b.value is not distinct from case b.dimension when 'DEPARTMENT' then s.department
                                                                        when 'SCHOOL' then s.school
                                                                        else s.cost_centre end))
 order by s.by_number, s.person_id, s.share_id
 limit $4;
