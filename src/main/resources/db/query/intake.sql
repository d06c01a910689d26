-- name: beginUpload
insert into intake.upload (tenant_id, upload_id, kind, state, received_by)
values ($1, $2, $3, 'RECEIVING', $4);

-- name: beginReceiving
insert into intake.receiving (tenant_id, upload_id) values ($1, $2);

-- name: takeAbandoned
-- $1 kind. A delivery that has not moved for an hour is over: its gateway stopped or its sender left.
delete from intake.upload u
 where u.kind = $1 and u.state = 'RECEIVING'
   and not exists (select from intake.receiving r
                    where r.tenant_id = u.tenant_id and r.upload_id = u.upload_id
                      and r.touched_at > now() - interval '1 hour')
returning u.upload_id;

-- name: touchReceiving
-- No row: staging was emptied, or somebody else took the delivery for abandoned.
update intake.receiving set touched_at = clock_timestamp() where upload_id = $1;

-- name: endReceiving
delete from intake.receiving where upload_id = $1;

-- name: lockSource
-- $1 tenant, $2 kind, $3 source. The second lock is shared by all deliveries of the tenant: reports as of a moment
-- wait for it (reconciliation.sql, awaitDeliveries).
select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2 || ' ' || $3, 0)),
       pg_advisory_xact_lock_shared(hashtextextended('taking effect ' || $1, 0));

-- name: latestAccepted
-- $1 kind, $2 source.
select upload_id, digest from intake.upload
 where kind = $1 and source = $2 and state = 'ACCEPTED'
 order by finished_at desc, upload_id desc
 limit 1;

-- name: acceptUpload
update intake.upload
   set state = 'ACCEPTED', finished_at = clock_timestamp(), source = $2, digest = $3, outcome = $4
 where upload_id = $1;

-- name: refuseUpload
update intake.upload set state = 'REFUSED', finished_at = clock_timestamp(), mistakes = $2
 where upload_id = $1;

-- name: forgetUpload
delete from intake.upload where upload_id = $1 and state = 'RECEIVING';

-- name: findUpload
select upload_id, kind, state, received_at, received_by, outcome, mistakes
  from intake.upload
 where upload_id = $1;
