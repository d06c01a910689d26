-- name: addEvent
-- $1 tenant, $2 event, $3 type, $4 subject, $5 address of the data, $6 data.
with added as (
  insert into outbox.event (tenant_id, event_id, type, subject, data_address, data)
  values ($1, $2, $3, $4, $5, $6::jsonb)
  returning tenant_id, event_id)
insert into outbox.unnumbered (tenant_id, event_id) select tenant_id, event_id from added;

-- name: hasUnnumbered
select exists (select from outbox.unnumbered);

-- name: lockNumbers
-- One reader at a time gives numbers. In a statement of its own: the next one sees what the lock waited for.
select pg_advisory_xact_lock(hashtextextended('outbox ' || $1::text, 0));

-- name: numberEvents
-- $1 tenant, $2 how many at most.
with taken as (
  delete from outbox.unnumbered u
   where u.event_id in (select event_id from outbox.unnumbered order by event_id limit $2)
  returning u.event_id)
insert into outbox.numbered (tenant_id, sequence, event_id)
select $1, l.last + row_number() over (order by e.logged_at, e.event_id), e.event_id
  from taken t
  join outbox.event e on e.event_id = t.event_id
 cross join (select coalesce(max(n.sequence), 0) as last from outbox.numbered n) as l;

-- name: findSequence
select sequence from outbox.numbered where event_id = $1;

-- name: listEvents
-- $1 the number after which to go on, $2 how many.
select n.sequence, e.event_id, e.type, e.subject, e.data_address, e.data, e.logged_at
  from outbox.numbered n
  join outbox.event e on e.event_id = n.event_id
 where n.sequence > $1
 order by n.sequence
 limit $2;
