-- name: findTimecard
-- $1 id: its newest version.
select version, statement_id, sealed, sealed_key_id
  from statement.timecard
 where timecard_id = $1
 order by version desc
 limit 1;

-- name: addTimecard
-- $1 tenant, $2 id, $3 version, $4 statement, $5 the card, sealed, or null where it was taken back, $6 id of the key or
-- null. No row: somebody else added that version meanwhile.
insert into statement.timecard (tenant_id, timecard_id, version, statement_id, sealed, sealed_key_id)
values ($1, $2, $3, $4, $5, $6)
on conflict do nothing
returning version;
