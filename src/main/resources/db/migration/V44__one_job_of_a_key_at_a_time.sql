-- Of jobs with one key one waits and one runs: what is asked for while it is being done waits until that has ended,
-- and then sees what it brought. One whose lease has ended is taken over before the next one runs.
create or replace function job.claim(p_kinds text[], p_count integer, p_lease interval, p_attempts_max integer)
returns table (job_id uuid, tenant uuid, kind text, attempt integer, token bigint)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update job.queue q
     set state = 'DEAD', reason = 'LEASE_EXPIRED', died_at = statement_timestamp(), claimable_at = 'infinity'
   where q.job_id in (select l.job_id
                        from job.queue l
                       where l.claimable_at <= statement_timestamp() and l.state = 'RUNNING'
                         and l.attempts >= p_attempts_max and l.kind = any (p_kinds)
                         for update skip locked);

  with due as (
    select d.job_id
      from job.queue d
     where d.claimable_at <= statement_timestamp() and d.kind = any (p_kinds)
       and not (d.state = 'WAITING'
                and exists (select from job.queue r
                             where r.tenant = d.tenant and r.kind = d.kind and r.unique_key = d.unique_key
                               and r.state = 'RUNNING'))
     order by d.claimable_at, d.job_id
     limit p_count
       for update skip locked)
  update job.queue q
     set state = 'RUNNING', attempts = q.attempts + 1, token = q.token + 1,
         claimable_at = statement_timestamp() + p_lease
    from due
   where q.job_id = due.job_id
  returning q.job_id, q.tenant, q.kind, q.attempts, q.token
$$;

create index queue_running_key on job.queue (tenant, kind, unique_key) where state = 'RUNNING';
