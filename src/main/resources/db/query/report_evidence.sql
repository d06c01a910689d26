-- name: findRun
select known_at, loonheffingennummer from reconciliation.published_run where run_id = $1;

-- name: findPerson
-- $1 run, $2 person. Whoever was ever seen in the register has tijdvakken; who works here too, a number. Others are
-- known to the run by a finding.
select p.personnel_number, p.person_id is not null as counts
  from (select $2::uuid as person_id) asked
  left join reconciliation.published_person p on p.run_id = $1 and p.person_id = asked.person_id
 where p.person_id is not null
    or exists (select from reconciliation.published_person_tijdvak t where t.run_id = $1 and t.person_id = $2)
    or exists (select from reconciliation.published_finding f where f.run_id = $1 and f.person_id = $2);

-- name: listTijdvakken
-- $1 run, $2 person.
select tijdvak, presence, evidence, verloonde_uren, expected_hours
  from reconciliation.published_person_tijdvak
 where run_id = $1 and person_id = $2
 order by starts, tijdvak;

-- name: listEvidence
-- $1 evidence[].
select evidence_id, is_list from register.published_evidence where evidence_id = any ($1::uuid[]);

-- name: listContracts
-- $1 run, $2 person, $3 known at, $4 how many at most. Parts with a day in the period.
select c.contract_id, c.personnel_number, c.start_date, nullif(c.end_date, 'infinity') as end_date, c.hours_per_week,
       r.period_until between c.start_date and c.end_date as on_last_day, c.upload_id, c.line
  from reconciliation.published_run r
  join employment.published_contract_known($3) c
    on c.loonheffingennummer = r.loonheffingennummer and c.person_id = $2
   and c.start_date <= r.period_until and c.end_date >= r.period_from
 where r.run_id = $1
 order by c.start_date, c.contract_id, c.part
 limit $4;

-- name: listRelationships
-- $1 run, $2 kind, $3 tijdvak or null, $4 person or null, $5 known at, after $6 tijdvak, $7 subject and $8 NumIV, $9 how
-- many. Each tijdvak is read along the key of the table and no further than the page is long; who has a BSN is the
-- subject of it.
select r.*
  from (select run.loonheffingennummer, t.tijdvak,
               case $2 when 'counted' then run.counted_kinds when 'wsw' then run.wsw_kinds end as kinds
          from reconciliation.published_run run
          join reconciliation.published_tijdvak t on t.run_id = run.run_id
         where run.run_id = $1 and ($3::text is null or t.tijdvak = $3) and t.tijdvak >= $6) asked
 cross join lateral (
    select v.tijdvak, v.subject, v.num_iv, v.person_id, v.personnel_number, v.srt_iv, v.verloonde_uren, v.message_id,
           v.position
      from payroll.published_relationship_known($5) v
     where v.loonheffingennummer = asked.loonheffingennummer and v.tijdvak = asked.tijdvak
       and (v.subject, v.num_iv)
             > (case when asked.tijdvak = $6 then $7::uuid when $4::uuid is not null then $4
                     else '00000000-0000-0000-0000-000000000000' end,
                case when asked.tijdvak = $6 then $8::int else -1 end)
       and (asked.kinds is null or v.srt_iv = any (asked.kinds))
       and v.subject <= case when $4 is null then 'ffffffff-ffff-ffff-ffff-ffffffffffff' else $4 end
     order by v.subject, v.num_iv
     limit $9) r
 order by r.tijdvak, r.subject, r.num_iv
 limit $9;
