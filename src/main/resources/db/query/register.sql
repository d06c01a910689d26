-- name: stageList
-- $1 tenant, $2 upload, $3 line[], $4 blind index[].
insert into register.staged (tenant_id, upload_id, line, blind_index)
select $1, $2, l.line, l.blind_index from unnest($3::int[], $4::bytea[]) as l (line, blind_index);

-- name: addSnapshot
-- $1 tenant, $2 upload, $3 snapshot, $4 loonheffingennummer, $5 peildatum, $6 updated to, $7 by whom, $8 source.
-- Does nothing when the same list is there already for that number and day.
insert into register.snapshot
  (tenant_id, snapshot_id, loonheffingennummer, peildatum, kind, content_digest, lines, persons, updated_to,
   received_by, source)
select $1, $3, $4, $5, 'list',
       sha256(coalesce(string_agg(distinct s.blind_index, ''::bytea order by s.blind_index), ''::bytea)),
       count(*), count(distinct s.blind_index), $6, $7, $8
  from register.staged s
 where s.upload_id = $2
on conflict (tenant_id, loonheffingennummer, peildatum, kind, content_digest) do nothing;

-- name: addListing
-- $1 upload, $2 snapshot: nobody is added when it was there already. Who is on it twice keeps the first line.
insert into register.listing (tenant_id, snapshot_id, person_id, line)
select n.tenant_id, n.snapshot_id, p.person_id, min(s.line)
  from register.snapshot n
  join register.staged s on s.tenant_id = n.tenant_id and s.upload_id = $1
  join person.published_person p on p.tenant_id = s.tenant_id and p.blind_index = s.blind_index
 where n.snapshot_id = $2
 group by n.tenant_id, n.snapshot_id, p.person_id;

-- name: addDelivery
-- $1 tenant, $2 upload, $3 loonheffingennummer, $4 peildatum: which snapshot the staged list is.
insert into register.delivery (tenant_id, upload_id, snapshot_id)
select $1, $2, n.snapshot_id
  from register.snapshot n
 where n.loonheffingennummer = $3 and n.peildatum = $4 and n.kind = 'list'
   and n.content_digest = (
     select sha256(coalesce(string_agg(distinct s.blind_index, ''::bytea order by s.blind_index), ''::bytea))
       from register.staged s
      where s.upload_id = $2);

-- name: findDelivered
-- $1 upload.
select n.* from register.delivery d
  join register.snapshot n on n.tenant_id = d.tenant_id and n.snapshot_id = d.snapshot_id
 where d.upload_id = $1;

-- name: purgeList
delete from register.staged where upload_id = $1;

-- name: findSnapshot
select * from register.snapshot where snapshot_id = $1;

-- name: listSnapshots
-- $1 the snapshot after which to go on, or null; $2 how many. A snapshot's id grows with time.
select * from register.snapshot
 where $1::uuid is null or snapshot_id < $1
 order by snapshot_id desc
 limit $2;

-- name: stageAnswers
-- $1 tenant, $2 upload, $3 answer[], $4 line[], $5 blind index[], $6 in[], $7 from[], $8 until[], $9 signed out on[].
insert into register.staged_answer
  (tenant_id, upload_id, answer_id, line, blind_index, is_in, registered_from, registered_until, signed_out_on)
select $1, $2, a.answer_id, a.line, a.blind_index, a.is_in, a.registered_from, a.registered_until, a.signed_out_on
  from unnest($3::uuid[], $4::int[], $5::bytea[], $6::boolean[], $7::date[], $8::date[], $9::date[])
    as a (answer_id, line, blind_index, is_in, registered_from, registered_until, signed_out_on);

-- name: findDifferingAnswers
-- $1 upload, $2 how many: answers that are not what the first one about the same person is.
select s.line, s.first_line
  from (select line,
               (is_in, registered_from, registered_until, signed_out_on) is distinct from
                 first_value((is_in, registered_from, registered_until, signed_out_on)) over person as differs,
               first_value(line) over person as first_line
          from register.staged_answer
         where upload_id = $1
        window person as (partition by blind_index order by line)) s
 where s.differs
 order by s.line
 limit $2;

-- name: addAnswers
-- $1 upload, $2 loonheffingennummer, $3 peildatum, $4 updated to, $5 source, $6 by whom. An answer that the newest
-- one about the same person, number and day gives already is not added.
with delivered as (
  select distinct on (s.blind_index) s.*,
         sha256(s.blind_index || convert_to(
           jsonb_build_array(s.is_in, s.registered_from, s.registered_until, s.signed_out_on)::text, 'UTF8')) as digest
    from register.staged_answer s
   where s.upload_id = $1
   order by s.blind_index, s.line
)
insert into register.answer
  (tenant_id, answer_id, loonheffingennummer, person_id, peildatum, is_in, registered_from, registered_until,
   signed_out_on, updated_to, source, content_digest, upload_id, line, received_by)
select d.tenant_id, d.answer_id, $2, p.person_id, $3, d.is_in, d.registered_from, d.registered_until, d.signed_out_on,
       $4, $5, d.digest, d.upload_id, d.line, $6
  from delivered d
  join person.published_person p on p.tenant_id = d.tenant_id and p.blind_index = d.blind_index
 where not exists (
   select from (select a.content_digest
                  from register.answer a
                 where a.tenant_id = p.tenant_id and a.person_id = p.person_id and a.loonheffingennummer = $2
                   and a.peildatum = $3
                 order by a.received_at desc, a.answer_id desc
                 limit 1) latest
    where latest.content_digest = d.digest);

-- name: countAnswers
-- $1 upload, $2 loonheffingennummer, $3 peildatum. only: the answer that a delivery about one person comes to.
select count(*) as lines, count(distinct s.blind_index) as persons,
       case when count(distinct s.blind_index) = 1 then
         (select a.answer_id
            from register.answer a
            join person.published_person p on p.tenant_id = a.tenant_id and p.person_id = a.person_id
           where p.blind_index = any (array_agg(s.blind_index)) and a.loonheffingennummer = $2 and a.peildatum = $3
           order by a.received_at desc, a.answer_id desc
           limit 1) end as only
  from register.staged_answer s
 where s.upload_id = $1;

-- name: purgeAnswers
delete from register.staged_answer where upload_id = $1;

-- name: findAnswer
select * from register.answer where answer_id = $1;

-- name: listAnswers
-- $1 the answer after which to go on, or null; $2 how many. An answer's id grows with time.
select * from register.answer
 where $1::uuid is null or answer_id < $1
 order by answer_id desc
 limit $2;

-- name: listPresence
-- $1 person, $2 loonheffingennummer, $3 tijdvak[], $4 first day[], $5 last day[], $6 known at, $7 grace. Of whom there
-- is no evidence what holds is what holds for everybody else.
select p.tijdvak, p.presence, p.last_seen, p.evidence,
       array(select exists (select from register.answer a where a.answer_id = e.id)
               from unnest(p.evidence) with ordinality as e (id, nth)
              order by e.nth) as by_answer
  from (select distinct on (f.tijdvak) f.*, s.starts
          from register.published_presence($2, $3, $4, $5, $6, $7) f
          join unnest($3::text[], $4::date[]) as s (tijdvak, starts) on s.tijdvak = f.tijdvak
         where f.person_id = $1 or f.person_id is null
         order by f.tijdvak, f.person_id nulls last) p
 order by p.starts, p.tijdvak;

-- name: knowsPerson
select from person.published_person where person_id = $1;

-- name: putMandate
-- $1 tenant, $2 mandate, $3 loonheffingennummer, $4 holder, $5 covers, $6 first day, $7 last day, $8 by whom.
-- The version that held ends at the moment the next one begins. Who was warned of a day is not warned of it again.
with moment as (select clock_timestamp() as now),
     ended as (
       update register.mandate m set known_until = moment.now
         from moment
        where m.mandate_id = $2 and m.known_until = 'infinity'
       returning m.version, m.warned, m.last_day)
insert into register.mandate
  (tenant_id, mandate_id, version, loonheffingennummer, holder, covers, first_day, last_day, warned, known_from,
   changed_by)
select $1, $2, coalesce(e.version, 0) + 1, $3, $4, $5, $6, $7::date, coalesce(e.warned and e.last_day = $7::date, false),
       moment.now, $8
  from moment
  left join ended e on true
returning *;

-- name: closeMandate
update register.mandate set known_until = clock_timestamp() where mandate_id = $1 and known_until = 'infinity';

-- name: lockMandate
select * from register.mandate where mandate_id = $1 and known_until = 'infinity' for update;

-- name: findMandate
select * from register.mandate where mandate_id = $1 and known_until = 'infinity';

-- name: listMandates
-- $1 the mandate after which to go on, or null; $2 how many. A mandate's id grows with time.
select * from register.mandate
 where known_until = 'infinity' and ($1::uuid is null or mandate_id < $1)
 order by mandate_id desc
 limit $2;

-- name: coversMandate
-- $1 loonheffingennummer, $2 what is to be asked, $3 day.
select from register.mandate
 where known_until = 'infinity' and loonheffingennummer = $1 and $2 = any (covers)
   and $3 between first_day and last_day
 limit 1;

-- name: warnedMandate
update register.mandate set warned = true where mandate_id = $1 and known_until = 'infinity';

-- name: listSchedules
-- $1 the number after which to go on, or null; $2 how many: every number has a schedule, which may not be set yet.
select n.number_id, n.loonheffingennummer, s.version, s.active, s.every, s.start_at, s.next_at, s.failures, s.failure,
       s.failing_since, s.fetched_at, s.snapshot_id
  from party.published_wage_tax_number n
  left join register.schedule s on s.tenant_id = n.tenant_id and s.number_id = n.number_id
 where $1::uuid is null or n.number_id > $1
 order by n.number_id
 limit $2;

-- name: findSchedule
select n.number_id, n.loonheffingennummer, s.version, s.active, s.every, s.start_at, s.next_at, s.failures, s.failure,
       s.failing_since, s.fetched_at, s.snapshot_id
  from party.published_wage_tax_number n
  left join register.schedule s on s.tenant_id = n.tenant_id and s.number_id = n.number_id
 where n.number_id = $1;

-- name: findNumberId
select number_id from party.published_wage_tax_number where loonheffingennummer = $1;

-- name: putSchedule
-- $1 tenant, $2 number, $3 version that was seen, $4 active, $5 every, $6 start, $7 next, $8 by whom. No row: somebody
-- changed it meanwhile.
insert into register.schedule as s (tenant_id, number_id, version, active, every, start_at, next_at, changed_by)
values ($1, $2, $3 + 1, $4, $5, $6, $7, $8)
on conflict (tenant_id, number_id) do update
  set version = excluded.version, active = excluded.active, every = excluded.every, start_at = excluded.start_at,
      next_at = excluded.next_at, changed_at = clock_timestamp(), changed_by = excluded.changed_by
  where s.version = $3
returning s.number_id;

-- name: setNext
-- $1 number, $2 when.
update register.schedule set next_at = $2 where number_id = $1 and active;

-- name: lockSchedule
-- $1 number. Nobody sets it until the transaction ends.
select n.number_id, n.loonheffingennummer, s.version, s.active, s.every, s.start_at, s.next_at, s.failures, s.failure,
       s.failing_since, s.fetched_at, s.snapshot_id
  from register.schedule s
  join party.published_wage_tax_number n on n.tenant_id = s.tenant_id and n.number_id = s.number_id
 where s.number_id = $1
   for update of s;

-- name: fetchSucceeded
-- $1 number, $2 when, $3 the snapshot, $4 next.
update register.schedule
   set fetched_at = $2, snapshot_id = $3, next_at = case when active then $4::timestamptz end, failures = 0,
       failure = null, failing_since = null
 where number_id = $1;

-- name: fetchFailed
-- $1 number, $2 when, $3 why, $4 next.
update register.schedule
   set failures = failures + 1, failure = $3, failing_since = coalesce(failing_since, $2), next_at = $4
 where number_id = $1;

-- name: findEvidenceAbout
-- $1 blind index, $2 the first nine digits of the employer's numbers, $3 today: the newest list or answer with this
-- person, of those that speak. Whose registration ended since is in no more.
select e.*, e.was_in and coalesce(e.registered_until >= $3, true) as is_in
  from person.published_person p
 cross join lateral (
   select l.peildatum, true as was_in, s.updated_to, null::date as registered_from, null::date as registered_until,
          s.received_at, '/v1/register-snapshots/' || s.snapshot_id as address
     from register.published_list($2, 'infinity') l
     join register.snapshot s on s.tenant_id = l.tenant_id and s.snapshot_id = l.snapshot_id
     join register.listing g on g.tenant_id = l.tenant_id and g.snapshot_id = l.snapshot_id
    where g.person_id = p.person_id
    union all
   select a.peildatum, a.is_in, a.updated_to, a.registered_from,
          coalesce(a.registered_until, make_date(extract(year from a.signed_out_on)::integer, 12, 31)),
          a.received_at, '/v1/register-answers/' || a.answer_id
     from register.answer a
    where a.tenant_id = p.tenant_id and a.person_id = p.person_id and left(a.loonheffingennummer, 9) = $2) e
 where p.blind_index = $1
 order by e.peildatum desc, e.received_at desc
 limit 1;

-- name: findBothLists
select snapshot_id from register.snapshot where snapshot_id in ($1, $2);

-- name: countDifferences
-- $1 later list, $2 earlier list.
select (count(*) filter (where earlier.person_id is null))::integer as entered,
       (count(*) filter (where later.person_id is null))::integer as gone,
       (count(*) filter (where later.person_id = earlier.person_id))::integer as unchanged
  from (select person_id from register.listing where snapshot_id = $1) later
  full join (select person_id from register.listing where snapshot_id = $2) earlier using (person_id);

-- name: listDifferences
-- $1 later list, $2 earlier list, $3 what changed, or null for all, $4 the person after whom to go on, or null, $5 how
-- many. The personnel numbers are looked up for those only, and for all of them at once.
with page as (
  select d.person_id, d.change
    from (select person_id,
                 case when earlier.person_id is null then 'ENTERED' when later.person_id is null then 'LEFT'
                      else 'UNCHANGED' end as change
            from (select person_id from register.listing where snapshot_id = $1) later
            full join (select person_id from register.listing where snapshot_id = $2) earlier using (person_id)) d
   where ($3::text is null or d.change = $3) and ($4::uuid is null or d.person_id > $4)
   order by d.person_id
   limit $5
), employed as (
  select c.person_id, array_agg(distinct c.personnel_number order by c.personnel_number) as personnel_numbers
    from page
    join employment.published_contract c on c.person_id = page.person_id
   group by c.person_id
)
select page.person_id, page.change, coalesce(employed.personnel_numbers, '{}') as personnel_numbers
  from page
  left join employed on employed.person_id = page.person_id
 order by page.person_id;

-- name: tellAgeing
-- $1 list, $2 level. Nothing when a newer list of its number speaks, or when it was told already.
insert into register.ageing (tenant_id, loonheffingennummer, peildatum, level)
select s.tenant_id, s.loonheffingennummer, s.peildatum, $2
  from register.snapshot s
 where s.snapshot_id = $1
   and not exists (select from register.snapshot n
                    where n.tenant_id = s.tenant_id and n.loonheffingennummer = s.loonheffingennummer
                      and n.peildatum > s.peildatum)
on conflict (tenant_id, loonheffingennummer, peildatum, level) do nothing
returning peildatum;

-- name: findFacts
-- $1 blind index, $2 loonheffingennummer, $3 day, $4 grace. One row, whether or not the person is known. Presence is
-- asked for the month of the newest list and for that of the day. An answer ends when it is out with a
-- known end, or in until a day before this one: an end that lies ahead is no reason to lack.
with known as (
  select max(p.person_id::text)::uuid as person_id from person.published_person p where p.blind_index = $1
), list as (
  select l.*, s.updated_to
    from register.published_list(left($2::text, 9), 'infinity') l
    join register.snapshot s on s.tenant_id = l.tenant_id and s.snapshot_id = l.snapshot_id
   where l.loonheffingennummer = $2
   order by l.peildatum desc
   limit 1
), elsewhere as (
  select l.snapshot_id, l.loonheffingennummer
    from (select distinct left(n.loonheffingennummer, 9) as employer from party.published_wage_tax_number n) o
   cross join lateral register.published_list(o.employer, 'infinity') l
    join register.listing g on g.tenant_id = l.tenant_id and g.snapshot_id = l.snapshot_id
   where l.loonheffingennummer <> $2 and l.peildatum = l.asked_to and g.person_id = (select person_id from known)
   order by l.peildatum desc, l.loonheffingennummer
   limit 1
), contract as (
  select min(c.start_date) filter (where c.loonheffingennummer = $2) as since,
         min(c.loonheffingennummer) filter (where c.loonheffingennummer <> $2) as elsewhere
    from employment.published_contract c
   where c.person_id = (select person_id from known) and $3 between c.start_date and c.end_date
), answer as (
  select a.answer_id, a.peildatum, a.is_in, a.ends is not null and (not a.is_in or a.ends < $3) as ends
    from register.published_answer(left($2, 9), 'infinity') a
   where a.person_id = (select person_id from known)
   order by a.nth desc
   limit 1
), presence as (
  select p.tijdvak, p.presence, p.evidence, p.last_seen
    from (select date_trunc('month', coalesce((select list.peildatum from list), $3))::date as then_starts,
                 date_trunc('month', $3::date)::date as now_starts) m
   cross join lateral register.published_presence(
           $2, array['THEN', 'NOW'], array[m.then_starts, m.now_starts],
           array[(m.then_starts + interval '1 month - 1 day')::date, (m.now_starts + interval '1 month - 1 day')::date],
           'infinity', $4) p
   where p.person_id = (select person_id from known)
)
select known.person_id, list.snapshot_id, list.peildatum, coalesce(list.updated_to, list.peildatum) as up_to,
       exists (select from register.listing g
                where g.snapshot_id = list.snapshot_id and g.person_id = known.person_id) as is_listed,
       elsewhere.snapshot_id as elsewhere,
       coalesce(elsewhere.loonheffingennummer, contract.elsewhere) as elsewhere_number,
       contract.since as contract_since, contract.elsewhere is not null as works_elsewhere,
       exists (select from employment.published_contract c where c.loonheffingennummer = $2) as contracts_known,
       exists (select from party.published_wage_tax_number n
                where left(n.loonheffingennummer, 9) = left($2, 9) and n.loonheffingennummer <> $2
                  and not exists (select from register.snapshot s
                                   where s.loonheffingennummer = n.loonheffingennummer)) as unasked_numbers,
       answer.answer_id, answer.peildatum as answered_on, answer.is_in as answered_in, answer.ends as answer_ends,
       was.presence as presence_then, now.presence as presence_now,
       coalesce(case when now.presence = 'LEFT' then now.evidence else was.evidence end, '{}') as evidence,
       coalesce(was.last_seen is not null, false) as ever_seen
  from known
  left join list on true
  left join elsewhere on true
 cross join contract
  left join answer on true
  left join presence was on was.tijdvak = 'THEN'
  left join presence now on now.tijdvak = 'NOW';

-- name: findAnswersAmong
select answer_id from register.answer where answer_id = any ($1::uuid[]);
