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
  touched_at timestamptz not null default now(),
  finished_at timestamptz,
  digest bytea,
  outcome jsonb,
  mistakes jsonb,
  primary key (tenant_id, upload_id)
);
create index on intake.upload (tenant_id, kind, source, finished_at);
select tenancy.isolate('intake.upload');
