-- An upload has an address before its bytes, tells how far it is, and can be cancelled.
alter table intake.upload drop constraint upload_state_check;
alter table intake.upload add constraint upload_state_check check (
  state in ('WAITING', 'RECEIVING', 'ACCEPTED', 'VALIDATED', 'REFUSED', 'CANCELLED', 'FAILED'));
alter table intake.upload
  add column validate_only boolean not null default false,
  -- what was sent to get the address, parameters of the delivery included; null: the file came at once
  add column announced jsonb,
  add column bytes_total bigint,
  add column bytes_read bigint,
  add column rows_read bigint,
  -- the earlier upload that brought the same bytes: this one had no effect
  add column repeats uuid,
  -- why it could not be taken, where that is no mistake in the file: a code and a sentence
  add column failure jsonb;

alter table intake.receiving
  add column bytes_read bigint not null default 0,
  add column rows_read bigint not null default 0;
