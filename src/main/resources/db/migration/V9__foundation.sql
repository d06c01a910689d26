-- Long work, events and who read what: the parts of the platform that keep something.

-- Long work is a row. All gateways on one database share it, so the queue is one table over all tenants and has
-- no policy: it holds nothing but the tenant, the kind and the state of a job, and the app role has no right to
-- it at all. What the app role may do with it are the functions below, and no others.
create schema job;

create table job.queue (
  job_id uuid primary key,
  tenant uuid not null,
  kind text collate "C" not null,
  -- of jobs with one key, one waits
  unique_key text collate "C",
  state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DEAD')),
  -- waiting: when it is due; running: when its lease ends; dead: never
  claimable_at timestamptz not null,
  attempts integer not null default 0,
  -- one more with every claim: who has an older one lost the job
  token bigint not null default 0,
  enqueued_at timestamptz not null default clock_timestamp(),
  -- a code, never a value: why the latest attempt failed
  reason text,
  died_at timestamptz,
  unique (tenant, job_id)
);
create index on job.queue (claimable_at, job_id);
create unique index on job.queue (tenant, kind, unique_key) where state = 'WAITING' and unique_key is not null;
revoke all on job.queue from banenschakel_app;

-- What a job is about: read when the tenant is set. It goes with its job.
create table job.payload (
  tenant_id uuid not null,
  job_id uuid not null,
  payload jsonb not null,
  primary key (tenant_id, job_id),
  foreign key (tenant_id, job_id) references job.queue (tenant, job_id) on delete cascade
);
select tenancy.isolate('job.payload');
revoke update, delete on job.payload from banenschakel_app;

create function job.current_tenant() returns uuid
language sql stable set search_path = pg_catalog, pg_temp as $$
  select nullif(current_setting('app.tenant', true), '')::uuid
$$;

-- The id of the new job, or of the one that waits already under the same key. That one is locked until this
-- transaction ends, and is claimed by nobody before: so it will see what this transaction did.
create function job.enqueue(p_job uuid, p_kind text, p_due timestamptz, p_key text) returns uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into job.queue as q (job_id, tenant, kind, unique_key, claimable_at)
  values (p_job, job.current_tenant(), p_kind, p_key, p_due)
  on conflict (tenant, kind, unique_key) where state = 'WAITING' and unique_key is not null
    do update set claimable_at = least(q.claimable_at, excluded.claimable_at)
  returning q.job_id
$$;

-- Jobs that are due, or whose lease ended, of any tenant. One that was lost as often as it may be tried is dead:
-- it takes down whoever runs it.
create function job.claim(p_kinds text[], p_count integer, p_lease interval, p_attempts_max integer)
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

-- Each of the next four is for who has the job: its tenant is set and its token is the latest. None says false.
create function job.extend(p_job uuid, p_token bigint, p_lease interval) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with held as (
    update job.queue q set claimable_at = clock_timestamp() + p_lease
     where q.job_id = p_job and q.token = p_token and q.state = 'RUNNING' and q.tenant = job.current_tenant()
    returning q.job_id)
  select exists (select from held)
$$;

-- Locks it: until this transaction ends nobody takes it over.
create function job.hold(p_job uuid, p_token bigint) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with held as (
    select q.job_id from job.queue q
     where q.job_id = p_job and q.token = p_token and q.state = 'RUNNING' and q.tenant = job.current_tenant()
       for update)
  select exists (select from held)
$$;

create function job.complete(p_job uuid, p_token bigint) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with done as (
    delete from job.queue q
     where q.job_id = p_job and q.token = p_token and q.state = 'RUNNING' and q.tenant = job.current_tenant()
    returning q.job_id)
  select exists (select from done)
$$;

-- Again after a while, or dead: when it was tried often enough, or when no while is given. A job that waits again
-- gives its key up when another one waits under it.
create function job.fail(p_job uuid, p_token bigint, p_reason text, p_again_after interval, p_attempts_max integer)
returns text
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update job.queue q
     set state = n.state,
         reason = p_reason,
         claimable_at = case n.state when 'DEAD' then 'infinity' else clock_timestamp() + p_again_after end,
         died_at = case n.state when 'DEAD' then clock_timestamp() end,
         unique_key = case when exists (select from job.queue w
                                         where w.tenant = q.tenant and w.kind = q.kind and w.state = 'WAITING'
                                           and w.unique_key = q.unique_key and w.job_id <> q.job_id)
                           then null else q.unique_key end
    from (select h.job_id,
                 case when p_again_after is null or h.attempts >= p_attempts_max then 'DEAD' else 'WAITING' end as state
            from job.queue h
           where h.job_id = p_job and h.token = p_token and h.state = 'RUNNING'
             and h.tenant = job.current_tenant()) as n
   where q.job_id = n.job_id and q.token = p_token and q.state = 'RUNNING'
  returning q.state
$$;

-- The newest first.
create function job.list_dead(p_after uuid, p_count integer)
returns table (job_id uuid, kind text, attempts integer, reason text, enqueued_at timestamptz, died_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.job_id, q.kind, q.attempts, q.reason, q.enqueued_at, q.died_at
    from job.queue q
   where q.tenant = job.current_tenant() and q.state = 'DEAD' and (p_after is null or q.job_id < p_after)
   order by q.job_id desc
   limit p_count
$$;

-- Waits again, and may be tried as often as a new one.
create function job.requeue(p_job uuid)
returns table (job_id uuid, kind text, attempts integer, reason text, enqueued_at timestamptz, died_at timestamptz)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update job.queue q
     set state = 'WAITING', attempts = 0, unique_key = null, died_at = null, claimable_at = clock_timestamp()
    from job.queue was
   where q.job_id = p_job and q.tenant = job.current_tenant() and q.state = 'DEAD' and was.job_id = q.job_id
  returning q.job_id, q.kind, was.attempts, q.reason, q.enqueued_at, was.died_at
$$;

-- For metrics: numbers over all tenants, and of none of them.
create function job.count_all() returns table (kind text, state text, jobs bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select q.kind, q.state, count(*) from job.queue q group by q.kind, q.state
$$;

grant execute on all functions in schema job to banenschakel_app;

-- What happened, for other systems. Written in the transaction of what it tells of, so an event is there when and
-- only when its cause is; never changed.
create schema outbox;

create table outbox.event (
  tenant_id uuid not null,
  event_id uuid not null,
  type text collate "C" not null,
  subject text not null,
  data_address text not null,
  data jsonb not null,
  logged_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, event_id)
);
select tenancy.isolate('outbox.event');
revoke update, delete on outbox.event from banenschakel_app;

-- The order in which readers see events. A number given while writing would make writers wait for each other, or
-- let a late commit slip in behind who has read further already. So events are numbered after their commit, by
-- whoever reads: what is numbered later has a higher number.
create table outbox.unnumbered (
  tenant_id uuid not null,
  event_id uuid not null,
  primary key (tenant_id, event_id)
);
select tenancy.isolate('outbox.unnumbered');

create table outbox.numbered (
  tenant_id uuid not null,
  sequence bigint not null,
  event_id uuid not null,
  primary key (tenant_id, sequence),
  unique (tenant_id, event_id)
);
select tenancy.isolate('outbox.numbered');
revoke update, delete on outbox.numbered from banenschakel_app;

-- Who read what of whom, and who was refused. Never changed.
create schema audit;

create table audit.line (
  tenant_id uuid not null,
  line_id uuid not null,
  logged_at timestamptz not null default clock_timestamp(),
  subject text not null,
  client text,
  roles text[] not null,
  operation text collate "C" not null,
  outcome text not null check (outcome in ('ANSWERED', 'REFUSED')),
  status smallint not null,
  code text,
  resource uuid,
  activity text,
  basis text,
  -- how many people it was about; null: not known
  persons integer,
  request_id uuid not null,
  traceparent text,
  primary key (tenant_id, line_id)
);
create index on audit.line (tenant_id, operation, line_id);
select tenancy.isolate('audit.line');
revoke update, delete on audit.line from banenschakel_app;

-- Whom a line is about, as far as it is known.
create table audit.person (
  tenant_id uuid not null,
  person_id uuid not null,
  line_id uuid not null,
  primary key (tenant_id, person_id, line_id)
);
create index on audit.person (tenant_id, line_id);
select tenancy.isolate('audit.person');
revoke update, delete on audit.person from banenschakel_app;
