-- name: stageList
-- $1 tenant, $2 upload, $3 line[], $4 blind index[].
insert into register.staged (tenant_id, upload_id, line, blind_index)
select $1, $2, l.line, l.blind_index from unnest($3::int[], $4::bytea[]) as l (line, blind_index);

-- name: addSnapshot
-- $1 tenant, $2 upload, $3 snapshot, $4 loonheffingennummer, $5 peildatum, $6 updated to, $7 by whom.
-- Does nothing when the same list is there already for that number and day.
insert into register.snapshot
  (tenant_id, snapshot_id, loonheffingennummer, peildatum, kind, content_digest, lines, persons, updated_to,
   received_by)
select $1, $3, $4, $5, 'list',
       sha256(coalesce(string_agg(distinct s.blind_index, ''::bytea order by s.blind_index), ''::bytea)),
       count(*), count(distinct s.blind_index), $6, $7
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
