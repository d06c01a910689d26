-- What the columns of a source of contracts are for, where their heads do not say it. A version is never changed: each
-- delivery was read by one of them.
create table employment.column_mapping (
  tenant_id uuid not null,
  source text collate "C" not null,
  version integer not null check (version > 0),
  -- [{head, field}], field as in POST /v1/contracts or 'ignore'; no BSN in a head
  columns jsonb not null,
  saved_at timestamptz not null default now(),
  saved_by text not null,
  primary key (tenant_id, source, version)
);
select tenancy.isolate('employment.column_mapping');
