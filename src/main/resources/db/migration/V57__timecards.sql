-- A time card of SETU 2.0 at the address that its sender gave it: a row for each version, and the last one without a
-- card where it was taken back. It names people and their organisations, so it is sealed, and of the sender alone.
create table statement.timecard (
  tenant_id uuid not null,
  timecard_id uuid not null,
  version integer not null check (version > 0),
  -- what that version states; the same one where a change is of nothing that is stated
  statement_id uuid not null,
  sealed bytea,
  sealed_key_id integer,
  primary key (tenant_id, timecard_id, version),
  foreign key (tenant_id, statement_id) references statement.statement,
  check ((sealed is null) = (sealed_key_id is null))
);
select tenancy.isolate('statement.timecard');
revoke update, delete on statement.timecard from banenschakel_app;
