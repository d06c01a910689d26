-- The queue is behind functions: the app role may not read or write it (V9).

-- name: enqueueJob
-- $1 tenant, $2 new id, $3 kind, $4 due, $5 key or null, $6 payload. A job that waits already keeps its payload.
with queued as (select job.enqueue($2, $3, coalesce($4::timestamptz, clock_timestamp()), $5) as job_id),
     described as (
       insert into job.payload (tenant_id, job_id, payload)
       select $1, job_id, $6::jsonb from queued
       on conflict (tenant_id, job_id) do nothing
       returning job_id)
select job_id from queued;

-- name: claimJobs
-- $1 kinds, $2 how many, $3 lease in milliseconds, $4 attempts at most.
select job_id, tenant, kind, attempt, token
  from job.claim($1::text[], $2, $3::integer * interval '1 millisecond', $4);

-- name: findPayload
select payload from job.payload where job_id = $1;

-- name: extendLease
select job.extend($1, $2, $3::integer * interval '1 millisecond');

-- name: holdJob
select job.hold($1, $2);

-- name: completeJob
select job.complete($1, $2);

-- name: failJob
-- $1 job, $2 token, $3 reason, $4 again after so many milliseconds, or null for never, $5 attempts at most.
select job.fail($1, $2, $3, $4::integer * interval '1 millisecond', $5);

-- name: listDeadJobs
select job_id, kind, attempts, reason, enqueued_at, died_at from job.list_dead($1, $2);

-- name: requeueJob
select job_id, kind, attempts, reason, enqueued_at, died_at from job.requeue($1);

-- name: countJobs
select kind, state, jobs from job.count_all();
