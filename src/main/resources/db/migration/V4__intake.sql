-- What was delivered, by whom, and what came of it.
create schema intake;

create table intake.upload (
  tenant_id uuid not null,
  upload_id uuid not null,
  kind text not null,
  -- known when the file has been read
  source text,
  state text not null check (state in ('RECEIVING', 'ACCEPTED', 'REFUSED')),
  received_by text not null,
  received_at timestamptz not null default now(),
  finished_at timestamptz,
  digest bytea,
  outcome jsonb,
  mistakes jsonb,
  primary key (tenant_id, upload_id)
);
create index on intake.upload (tenant_id, kind, source, finished_at);
select tenancy.isolate('intake.upload');

-- A delivery that is coming in. Unlogged like the staging tables: when a crash empties those, it empties this
-- too, and the delivery is refused instead of being taken without its beginning.
create unlogged table intake.receiving (
  tenant_id uuid not null,
  upload_id uuid not null,
  touched_at timestamptz not null default now(),
  primary key (tenant_id, upload_id)
);
select tenancy.isolate('intake.receiving');
