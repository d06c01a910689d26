-- A tenant's people. The BSN is sealed; the blind index, keyed per tenant, finds a person again.
create schema person;

create table person.person (
  tenant_id uuid not null,
  person_id uuid not null,
  blind_index bytea not null,
  blind_key_id integer not null,
  sealed_bsn bytea not null,
  sealed_key_id integer not null,
  known_from timestamptz not null default now(),
  primary key (tenant_id, person_id),
  unique (tenant_id, blind_index)
);
select tenancy.isolate('person.person');

-- People of a delivery that is still coming in: they become persons only when it is accepted. Unlogged:
-- after a crash the delivery has to be sent again anyway, and the write-ahead log holds less.
create unlogged table person.staged (
  tenant_id uuid not null,
  upload_id uuid not null,
  person_id uuid not null,
  blind_index bytea not null,
  blind_key_id integer not null,
  sealed_bsn bytea not null,
  sealed_key_id integer not null
);
create index on person.staged (tenant_id, upload_id);
select tenancy.isolate('person.staged');

create view person.published_person with (security_invoker = true) as
  select tenant_id, person_id, blind_index from person.person;
