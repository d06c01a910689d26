-- name: stageContracts
-- $1 tenant, $2 upload, $3.. one array a column; hours come in hundredths.
insert into employment.staged (
  tenant_id, upload_id, line, blind_index, contract_key, personnel_number, personnel_index, contract_number,
  contract_index, start_date, end_date, hours_per_week, expected_registered, department, school, cost_centre)
select $1, $2, r.line, r.blind_index, r.contract_key, r.personnel_number, r.personnel_index, r.contract_number,
       r.contract_index, r.start_date, r.end_date, r.hours * 0.01, r.expected_registered, r.department,
       r.school, r.cost_centre
  from unnest($3::int[], $4::bytea[], $5::text[], $6::text[], $7::bytea[], $8::text[], $9::bytea[], $10::date[],
              $11::date[], $12::int[], $13::boolean[], $14::text[], $15::text[], $16::text[])
    as r (line, blind_index, contract_key, personnel_number, personnel_index, contract_number, contract_index,
          start_date, end_date, hours, expected_registered, department, school, cost_centre);

-- name: preferHashJoins
-- For this transaction; and the planner is told how many rows came: it would take a million for three.
select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true),
       employment.count_staged();

-- name: findRepeated
-- $1 tenant, $2 upload, $3 how many at most. Without a contract number a second line is no other contract.
select s.line, d.first_line
  from (select contract_key, min(line) as first_line
          from employment.staged
         where tenant_id = $1 and upload_id = $2 and contract_number is null
         group by contract_key
        having count(*) > 1) d
  join employment.staged s on s.contract_key = d.contract_key and s.line > d.first_line
 where s.tenant_id = $1 and s.upload_id = $2
 order by s.line
 limit $3;

-- name: findTooManyParts
-- $1 tenant, $2 upload, $3 parts at most, $4 how many at most.
select min(line) as line
  from employment.staged
 where tenant_id = $1 and upload_id = $2 and contract_number is not null
 group by contract_key, start_date
having count(*) > $3
 order by 1
 limit $4;

-- name: findBsnsElsewhere
-- $1 tenant, $2 upload, $3 how many at most. A number that looks like a BSN is one where somebody in the delivery,
-- or somebody known, has it. Mostly none does: then nobody is looked for.
with suspect as materialized (
  select line, personnel_index as blind_index, false as in_contract_number
    from employment.staged
   where tenant_id = $1 and upload_id = $2 and personnel_index is not null
   union all
  select line, contract_index, true
    from employment.staged
   where tenant_id = $1 and upload_id = $2 and contract_index is not null
)
select x.line, x.in_contract_number
  from suspect x
  join person.published_person p on p.tenant_id = $1 and p.blind_index = x.blind_index
 union
select x.line, x.in_contract_number
  from suspect x
  join employment.staged s on s.tenant_id = $1 and s.upload_id = $2 and s.blind_index = x.blind_index
 order by 1, 2
 limit $3;

-- name: mergeInstant
-- $1 tenant. After every moment that was taken before: see employment.clock. Nobody else takes one until this
-- transaction ends. Before it comes the lock that questions as of a moment wait for (intake.sql,
-- lockSource).
insert into employment.clock as c (tenant_id, latest)
select $1::uuid, clock_timestamp()
  from (select pg_advisory_xact_lock_shared(hashtextextended('taking effect ' || $1::uuid::text, 0)) offset 0) locked
 where true
on conflict (tenant_id) do update set latest = greatest(clock_timestamp(), c.latest + interval '1 microsecond')
returning latest as instant;

-- name: closeContracts
-- $1 tenant, $2 loonheffingennummer, $3 source, $4 upload, $5 instant, $6 whether all contracts are in the
-- delivery. What is delivered as it is known stays untouched.
update employment.contract c
   set known_until = $5
 where c.tenant_id = $1 and c.loonheffingennummer = $2 and c.source = $3 and c.known_until = 'infinity'
   and ($6 or c.contract_key in (select s.contract_key from employment.staged s
                                  where s.tenant_id = $1 and s.upload_id = $4))
   and not exists (
     select from employment.delivered($1, $4) d
      where d.contract_key = c.contract_key and d.start_date = c.start_date and d.part = c.part
        and d.person_id = c.person_id and d.personnel_number = c.personnel_number
        and d.contract_number is not distinct from c.contract_number
        and d.end_date is not distinct from c.end_date and d.hours_per_week = c.hours_per_week
        and d.expected_registered = c.expected_registered
        and d.department is not distinct from c.department
        and d.school is not distinct from c.school
        and d.cost_centre is not distinct from c.cost_centre);

-- name: changedDays
-- $1 tenant, $2 loonheffingennummer, $3 source, $4 instant. The days on which a contract is otherwise than before this
-- instant, as ranges; null: none. Of a part of which nothing but its end moved these lie between the two ends.
with ended as (
  select contract_key, start_date, part, coalesce(end_date, 'infinity') as end_date,
         (person_id, personnel_number, contract_number, hours_per_week, expected_registered, department, school,
          cost_centre) as said
    from employment.contract
   where tenant_id = $1 and loonheffingennummer = $2 and source = $3 and known_until = $4 and known_from < $4
), begun as (
  select contract_key, start_date, part, coalesce(end_date, 'infinity') as end_date,
         (person_id, personnel_number, contract_number, hours_per_week, expected_registered, department, school,
          cost_centre) as said
    from employment.contract
   where tenant_id = $1 and loonheffingennummer = $2 and source = $3 and known_from = $4 and known_until = 'infinity'
)
select range_agg(
         case when e.said is not distinct from b.said
              then daterange(least(e.end_date, b.end_date) + 1, greatest(e.end_date, b.end_date), '[]')
              else daterange(start_date, greatest(e.end_date, b.end_date), '[]') end)::text as days
  from ended e
  full join begun b using (contract_key, start_date, part);

-- name: hasRuns
-- $1 loonheffingennummer.
select from reconciliation.published_run where loonheffingennummer = $1 and as_of is null limit 1;

-- name: listRunsOver
-- $1 loonheffingennummer, $2 days, $3 how many: finished reconciliations over one of these days, the newest first. What
-- was known at a moment nothing changes any more.
select run_id
  from reconciliation.published_run
 where loonheffingennummer = $1 and as_of is null
   and daterange(period_from, period_until, '[]') && $2::text::datemultirange
 order by run_id desc
 limit $3;

-- name: sumChanges
-- $1 tenant, $2 loonheffingennummer, $3 days, $4 instant, $5 run[], $6 how many. What the contracts of the number let
-- expect in each tijdvak of these reconciliations that has one of the days, before the instant and after it.
with tijdvak as (
  select distinct t.tijdvak, t.starts, t.ends
    from reconciliation.published_tijdvak t
   where t.run_id = any ($5::uuid[]) and daterange(t.starts, t.ends, '[]') && $3::text::datemultirange
   order by t.starts, t.tijdvak
   limit $6
)
select t.tijdvak,
       coalesce(round(sum(h.hours) filter (where c.known_from < $4)), 0)::bigint as hours_before,
       coalesce(round(sum(h.hours) filter (where c.known_until = 'infinity')), 0)::bigint as hours_after
  from tijdvak t
  left join employment.contract c
    on c.tenant_id = $1 and c.loonheffingennummer = $2 and c.known_until >= $4::timestamptz
   and c.start_date <= t.ends and coalesce(c.end_date, 'infinity') >= t.starts
 cross join lateral (
   select c.hours_per_week * (least(c.end_date, t.ends) - greatest(c.start_date, t.starts) + 1) / 7.0 as hours) h
 group by t.tijdvak, t.starts
 order by t.starts, t.tijdvak;

-- name: isKnown
-- $1 tenant, $2 loonheffingennummer, $3 source.
select from employment.contract where tenant_id = $1 and loonheffingennummer = $2 and source = $3 limit 1;

-- name: openFirstContracts
-- As openContracts, where nothing was ever known of the source: every line is new.
insert into employment.contract (
  tenant_id, loonheffingennummer, source, contract_key, start_date, part, known_from, contract_id, person_id,
  personnel_number, contract_number, end_date, hours_per_week, expected_registered, department, school,
  cost_centre, upload_id, line)
select $1, $2, $3, f.contract_key, f.start_date, f.part, $5,
       encode(overlay(uuid_send($4) placing int4send(f.first_line) from 10 for 4), 'hex')::uuid,
       f.person_id, f.personnel_number, f.contract_number, f.end_date, f.hours_per_week, f.expected_registered,
       f.department, f.school, f.cost_centre, $4, f.line
  from employment.delivered($1, $4) f;

-- name: openContracts
-- $1 tenant, $2 loonheffingennummer, $3 source, $4 upload, $5 instant. After closing: what is still open is
-- unchanged. A new version of what was closed at this instant is a change, any other is new. A contract that was
-- ever known keeps its id; a new one gets that of the upload with its first line in it, which no other has and
-- which follows the order of the lines.
with fresh as materialized (
  select d.*
    from employment.delivered($1, $4) d
   where not exists (
       select from employment.contract c
        where c.tenant_id = $1 and c.loonheffingennummer = $2 and c.source = $3
          and c.known_until = 'infinity'
          and c.contract_key = d.contract_key and c.start_date = d.start_date and c.part = d.part)
), known as (
  select distinct c.contract_key, c.contract_id
    from employment.contract c
   where c.tenant_id = $1 and c.loonheffingennummer = $2 and c.source = $3
     and c.contract_key in (select f.contract_key from fresh f)
), opened as (
  insert into employment.contract (
    tenant_id, loonheffingennummer, source, contract_key, start_date, part, known_from, contract_id, person_id,
    personnel_number, contract_number, end_date, hours_per_week, expected_registered, department, school,
    cost_centre, upload_id, line)
  select $1, $2, $3, f.contract_key, f.start_date, f.part, $5,
         coalesce(
           k.contract_id,
           encode(
             overlay(uuid_send($4) placing int4send(f.first_line) from 10 for 4), 'hex')::uuid),
         f.person_id, f.personnel_number, f.contract_number, f.end_date, f.hours_per_week,
         f.expected_registered, f.department, f.school, f.cost_centre, $4, f.line
    from fresh f
    left join known k on k.contract_key = f.contract_key
  returning contract_key, start_date, part)
select count(*) as opened,
       count(c.contract_key) as changed,
       (select count(*) from employment.staged where tenant_id = $1 and upload_id = $4) as lines
  from opened o
  left join employment.contract c
    on c.tenant_id = $1 and c.loonheffingennummer = $2 and c.source = $3 and c.known_until = $5
   and c.contract_key = o.contract_key and c.start_date = o.start_date and c.part = o.part;

-- name: purgeContracts
-- $1 upload.
delete from employment.staged where upload_id = $1;

-- name: findContracts
-- $1 contract[], $2 as of. A row a part that was known then, or one without a part where the contract was closed.
select h.contract_id, h.loonheffingennummer, h.source, h.personnel_number, h.contract_number, h.changed_at,
       c.person_id, c.start_date, c.end_date, c.hours_per_week, c.expected_registered, c.department, c.school,
       c.cost_centre
  from (select contract_id, min(loonheffingennummer) as loonheffingennummer, min(source) as source,
               min(personnel_number) as personnel_number, min(contract_number) as contract_number,
               max(greatest(
                 known_from,
                 case when known_until <= $2::timestamptz and known_until < 'infinity' then known_until end))
                 as changed_at
          from employment.contract
         where contract_id = any ($1::uuid[]) and known_from <= $2
         group by contract_id) h
  left join employment.contract c
    on c.contract_id = h.contract_id and c.known_from <= $2 and (c.known_until > $2 or c.known_until = 'infinity')
 order by h.contract_id, c.start_date, c.part;

-- name: listOpenContracts
-- $1 as of, $2 after this contract, $3 how many at most. Every page begins in the index where the last one ended.
select distinct contract_id
  from employment.contract
 where known_from <= $1 and (known_until > $1 or known_until = 'infinity')
   and contract_id > $2
 order by contract_id
 limit $3;

-- name: listChangedContracts
-- $1 moment and $2 contract after which to go on, $3 how many at most. A change is a version that begins or ends;
-- only the last one of a contract counts.
select distinct t.changed_at, t.contract_id
  from (select known_from as changed_at, contract_id
          from employment.contract
         where (known_from, contract_id) > ($1::timestamptz, $2::uuid)
         union all
        select known_until, contract_id
          from employment.contract
         where known_until < 'infinity' and (known_until, contract_id) > ($1, $2)) t
 where not exists (
         select from employment.contract c
          where c.contract_id = t.contract_id
            and (c.known_from > t.changed_at or c.known_until > t.changed_at and c.known_until < 'infinity'))
 order by t.changed_at, t.contract_id
 limit $3;

-- name: closeContract
-- $1 contract, $2 last day, $3 instant. Parts that are known to end by then stay as they are.
update employment.contract
   set known_until = $3
 where contract_id = $1 and known_until = 'infinity' and (end_date is null or end_date > $2);

-- name: endContract
-- $1 contract, $2 last day, $3 instant. New versions of what was closed at this instant, except where it begins
-- later. They keep the delivery that they came with.
insert into employment.contract (
  tenant_id, loonheffingennummer, source, contract_key, start_date, part, known_from, contract_id, person_id,
  personnel_number, contract_number, end_date, hours_per_week, expected_registered, department, school,
  cost_centre, upload_id, line)
select tenant_id, loonheffingennummer, source, contract_key, start_date, part, $3, contract_id, person_id,
       personnel_number, contract_number, $2, hours_per_week, expected_registered, department, school,
       cost_centre, upload_id, line
  from employment.contract
 where contract_id = $1 and known_until = $3 and start_date <= $2;
