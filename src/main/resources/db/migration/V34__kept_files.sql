-- The tables that were refused, for who corrects them: packed, and sealed since they may hold BSNs.
create table intake.kept_file (
  tenant_id uuid not null,
  upload_id uuid not null,
  form text not null check (form in ('CSV', 'XLSX')),
  -- of a workbook: the sheet that was asked for
  sheet text,
  sealed bytea not null,
  key_id integer not null,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, upload_id),
  foreign key (tenant_id, upload_id) references intake.upload (tenant_id, upload_id) on delete cascade
);
-- It is packed already.
alter table intake.kept_file alter column sealed set storage external;
select tenancy.isolate('intake.kept_file');
-- Kept as it is, or removed.
revoke update on intake.kept_file from banenschakel_app;
create index kept_file_age on intake.kept_file (tenant_id, kept_at);

alter table intake.upload
  -- of a refused one: why its rows are not kept
  add column rows_lack text check (rows_lack in ('NO_TABLE', 'TOO_LARGE', 'GROUND', 'REMOVED'));
