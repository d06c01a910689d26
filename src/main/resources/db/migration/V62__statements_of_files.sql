-- A file of statements that holds a BSN is not kept: no statement may have one.
alter table intake.upload drop constraint upload_rows_lack_check;
alter table intake.upload
  add constraint upload_rows_lack_check check (rows_lack in ('NO_TABLE', 'TOO_LARGE', 'GROUND', 'BSN', 'REMOVED'));

-- Which statements a file came to, in its order: those that had been taken in before as well.
create table statement.file_statement (
  tenant_id uuid not null,
  upload_id uuid not null,
  position integer not null check (position > 0),
  statement_id uuid not null,
  primary key (tenant_id, upload_id, position),
  foreign key (tenant_id, statement_id) references statement.statement
);
select tenancy.isolate('statement.file_statement');
revoke update, delete on statement.file_statement from banenschakel_app;
