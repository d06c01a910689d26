-- name: addEvent
-- $1 tenant, $2 event, $3 the other one who reads it or null, $4 type, $5 subject, $6 address of the data, $7 data.
insert into outbox.event (tenant_id, event_id, counterparty_id, type, subject, data_address, data)
values ($1, $2, $3, $4, $5, $6, $7::jsonb);

-- name: hasUnnumbered
select outbox.has_unnumbered();

-- name: lockNumbers
-- One reader at a time gives numbers. In a statement of its own: the next one sees what the lock waited for.
select pg_advisory_xact_lock(hashtextextended('outbox ' || $1::text, 0));

-- name: numberEvents
-- $1 tenant, $2 how many at most.
insert into outbox.numbered (tenant_id, sequence, event_id)
select $1, l.last + row_number() over (order by t.logged_at, t.event_id), t.event_id
  from outbox.take_unnumbered($2) as t
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
