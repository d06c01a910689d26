-- name: announceUpload
-- $1 tenant, $2 upload, $3 kind, $4 by whom, $5 whether it is a trial, $6 bytes or null, $7 what was sent.
insert into intake.upload (tenant_id, upload_id, kind, state, received_by, validate_only, bytes_total, announced)
values ($1, $2, $3, 'WAITING', $4, $5, $6, $7::jsonb);

-- name: findAnnounced
-- $1 upload, $2 the states in which its bytes may come.
select announced, state = any ($2::text[]) as open
  from intake.upload
 where upload_id = $1 and announced is not null;

-- name: claimUpload
-- $1 upload, $2 the states in which its bytes may come, $3 by whom, $4 bytes or null. Nobody else claims it until
-- its bytes were taken.
with claimed as (
  update intake.upload
     set state = 'RECEIVING', received_at = clock_timestamp(), received_by = $3, finished_at = null,
         bytes_total = coalesce($4, bytes_total), bytes_read = null, rows_read = null, mistakes = null,
         failure = null, rows_lack = null
   where upload_id = $1 and state = any ($2::text[])
  returning tenant_id, upload_id),
  replaced as (
    delete from intake.kept_file k using claimed c where k.tenant_id = c.tenant_id and k.upload_id = c.upload_id)
insert into intake.receiving (tenant_id, upload_id) select tenant_id, upload_id from claimed;

-- name: beginUpload
-- $1 tenant, $2 upload, $3 kind, $4 by whom, $5 whether it is a trial, $6 bytes or null.
insert into intake.upload (tenant_id, upload_id, kind, state, received_by, validate_only, bytes_total)
values ($1, $2, $3, 'RECEIVING', $4, $5, $6);

-- name: beginReceiving
insert into intake.receiving (tenant_id, upload_id) values ($1, $2);

-- name: endAbandoned
-- $1 kind or null for all, $2 failure. A delivery that has not moved for an hour is over: its gateway stopped or
-- its sender left. So is an address to which nothing was sent for a day.
update intake.upload u
   set state = 'FAILED', finished_at = clock_timestamp(), failure = $2::jsonb
 where (u.kind = $1 or $1::text is null)
   and u.state in ('WAITING', 'RECEIVING')
   and (u.state = 'RECEIVING'
        and not exists (select from intake.receiving r
                         where r.tenant_id = u.tenant_id and r.upload_id = u.upload_id
                           and r.touched_at > now() - interval '1 hour')
        or u.state = 'WAITING' and u.received_at < now() - interval '1 day')
returning u.upload_id, u.kind;

-- name: touchReceiving
-- $1 upload, $2 bytes so far, $3 rows more. No row: staging was emptied, or somebody else ended the delivery.
update intake.receiving
   set touched_at = clock_timestamp(), bytes_read = greatest(bytes_read, $2), rows_read = rows_read + $3
 where upload_id = $1;

-- name: isCancelled
select exists (select from intake.upload where upload_id = $1 and state = 'CANCELLED') as cancelled;

-- name: endReceiving
delete from intake.receiving where upload_id = $1;

-- name: waitBriefly
-- For the lock of a delivery that takes effect at this moment.
select set_config('lock_timeout', '2000', true);

-- name: cancelUpload
update intake.upload set state = 'CANCELLED', finished_at = clock_timestamp()
 where upload_id = $1 and state in ('WAITING', 'RECEIVING');

-- name: reopenUpload
-- What came of it may be sent again.
update intake.upload set state = 'WAITING' where upload_id = $1 and state = 'RECEIVING';

-- name: failUpload
update intake.upload set state = 'FAILED', finished_at = clock_timestamp(), failure = $2::jsonb
 where upload_id = $1 and state = 'RECEIVING';

-- name: lockSource
-- $1 tenant, $2 kind, $3 source. The second lock is shared by all deliveries of the tenant: questions as of a moment
-- wait for it (KnownReads).
select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2 || ' ' || $3, 0)),
       pg_advisory_xact_lock_shared(hashtextextended('taking effect ' || $1, 0));

-- name: latestAccepted
-- $1 kind, $2 source.
select upload_id, digest from intake.upload
 where kind = $1 and source = $2 and state = 'ACCEPTED'
 order by finished_at desc, upload_id desc
 limit 1;

-- name: acceptUpload
-- Of what was called off meanwhile nothing takes effect: there is no row.
update intake.upload u
   set state = 'ACCEPTED', finished_at = clock_timestamp(), source = $2, digest = $3, outcome = $4,
       bytes_read = r.bytes_read, rows_read = r.rows_read
  from intake.receiving r
 where u.upload_id = $1 and u.state = 'RECEIVING' and r.tenant_id = u.tenant_id and r.upload_id = u.upload_id;

-- name: validateUpload
update intake.upload u
   set state = 'VALIDATED', finished_at = clock_timestamp(), outcome = $2,
       bytes_read = r.bytes_read, rows_read = r.rows_read
  from intake.receiving r
 where u.upload_id = $1 and u.state = 'RECEIVING' and r.tenant_id = u.tenant_id and r.upload_id = u.upload_id;

-- name: refuseUpload
-- Also one whose reading never began.
update intake.upload u
   set state = 'REFUSED', finished_at = clock_timestamp(), mistakes = $2,
       bytes_read = (select r.bytes_read from intake.receiving r
                      where r.tenant_id = u.tenant_id and r.upload_id = u.upload_id),
       rows_read = (select r.rows_read from intake.receiving r
                     where r.tenant_id = u.tenant_id and r.upload_id = u.upload_id)
 where u.upload_id = $1 and u.state = 'RECEIVING';

-- name: repeatUpload
-- $1 upload, $2 the earlier one. Without source and digest: the earlier one keeps speaking for them.
update intake.upload u
   set state = 'ACCEPTED', finished_at = clock_timestamp(), outcome = e.outcome, repeats = e.upload_id,
       bytes_read = e.bytes_read, rows_read = e.rows_read
  from intake.upload e
 where u.upload_id = $1 and u.state = 'RECEIVING' and e.tenant_id = u.tenant_id and e.upload_id = $2;

-- name: forgetUpload
delete from intake.upload where upload_id = $1 and state = 'RECEIVING';

-- name: findUpload
select u.upload_id, u.kind, u.state, u.validate_only, u.received_at, u.received_by, u.finished_at, u.bytes_total,
       coalesce(r.bytes_read, u.bytes_read, 0) as bytes_read, coalesce(r.rows_read, u.rows_read, 0) as rows_read,
       u.outcome, u.repeats, u.mistakes, u.failure
  from intake.upload u
  left join intake.receiving r on r.tenant_id = u.tenant_id and r.upload_id = u.upload_id
 where u.upload_id = $1;

-- name: listUploads
-- $1 state or null, $2 after this upload or null, $3 how many. The newest first, without the mistakes themselves.
select u.upload_id, u.kind, u.state, u.validate_only, u.received_at, u.received_by, u.finished_at, u.bytes_total,
       coalesce(r.bytes_read, u.bytes_read, 0) as bytes_read, coalesce(r.rows_read, u.rows_read, 0) as rows_read,
       u.outcome, u.repeats, u.failure,
       case when u.mistakes is not null
            then jsonb_build_object('total', u.mistakes -> 'total', 'listed', '[]'::jsonb) end as mistakes
  from intake.upload u
  left join intake.receiving r on r.tenant_id = u.tenant_id and r.upload_id = u.upload_id
 where ($1::text is null or u.state = $1) and ($2::uuid is null or u.upload_id < $2)
 order by u.upload_id desc
 limit $3;

-- name: keepFile
-- $1 tenant, $2 upload, $3 form, $4 sheet or null, $5 sealed, $6 its key. In the transaction that refuses it.
insert into intake.kept_file (tenant_id, upload_id, form, sheet, sealed, key_id)
select $1, upload_id, $3, $4, $5, $6 from intake.upload where upload_id = $2 and state = 'REFUSED';

-- name: keepNoFile
-- $1 upload, $2 why.
update intake.upload set rows_lack = $2 where upload_id = $1 and state = 'REFUSED';

-- name: findKeptFile
select k.form, k.sheet, k.sealed, k.key_id, u.rows_lack
  from intake.upload u
  left join intake.kept_file k on k.tenant_id = u.tenant_id and k.upload_id = u.upload_id
 where u.upload_id = $1;

-- name: removeFiles
-- $1 days.
with removed as (
  delete from intake.kept_file where kept_at < now() - $1::integer * interval '1 day' returning upload_id)
update intake.upload set rows_lack = 'REMOVED' where upload_id in (select upload_id from removed);

-- name: removeResults
-- $1 days. The latest of a source stays: by it the same bytes are known again.
with latest as (
  select distinct on (l.kind, l.source) l.upload_id
    from intake.upload l
   where l.state = 'ACCEPTED' and l.source is not null
   order by l.kind, l.source, l.finished_at desc, l.upload_id desc)
delete from intake.upload u
 where u.finished_at < now() - $1::integer * interval '1 day'
   and u.upload_id not in (select upload_id from latest);

-- name: nextDue
-- $1 days that results are kept, $2 days that files are. When there is something to end or to remove again.
select min(least(case u.state when 'WAITING' then u.received_at + interval '1 day'
                        when 'RECEIVING' then now() + interval '1 hour'
                        else greatest(u.finished_at + $1::integer * interval '1 day', now() + interval '1 day')
            end,
           k.kept_at + $2::integer * interval '1 day')) as due
  from intake.upload u
  left join intake.kept_file k on k.tenant_id = u.tenant_id and k.upload_id = u.upload_id;

-- name: lockMapping
-- $1 tenant, $2 kind, $3 source. Two who save one mapping do so one after the other.
select pg_advisory_xact_lock(hashtextextended($1 || ' column-mapping ' || $2 || ' ' || $3, 0));

-- name: latestMapping
-- $1 kind, $2 source.
select source, version, columns, saved_at, saved_by
  from intake.column_mapping
 where kind = $1 and source = $2
 order by version desc
 limit 1;

-- name: listMappings
-- $1 kind. The latest of every source.
select distinct on (source) source, version, columns, saved_at, saved_by
  from intake.column_mapping
 where kind = $1
 order by source, version desc;

-- name: addMapping
-- $1 tenant, $2 kind, $3 source, $4 version, $5 columns, $6 who.
insert into intake.column_mapping (tenant_id, kind, source, version, columns, saved_by)
values ($1, $2, $3, $4, $5, $6);
