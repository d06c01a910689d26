-- Contracts as HR delivers them. A contract is (tenant, source, loonheffingennummer, contract number, or
-- personnel number and start date); it has one row per part (start date). A row holds while it is known:
-- from known_from until known_until; nothing is overwritten.
create schema employment;

create table employment.contract (
  tenant_id uuid not null,
  loonheffingennummer text collate "C" not null,
  source text collate "C" not null,
  contract_key text collate "C" not null,
  start_date date not null,
  -- tells parts apart that start on the same day: an overlap, which is reported and not refused
  part smallint not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  person_id uuid not null,
  personnel_number text not null,
  contract_number text,
  -- inclusive; null: no end known
  end_date date check (end_date >= start_date),
  hours_per_week numeric(5, 2) not null,
  expected_registered boolean not null,
  department text,
  cost_centre text,
  upload_id uuid not null,
  line integer not null,
  primary key (tenant_id, loonheffingennummer, source, contract_key, start_date, part, known_until)
);
select tenancy.isolate('employment.contract');

create unlogged table employment.staged (
  tenant_id uuid not null,
  upload_id uuid not null,
  line integer not null,
  blind_index bytea not null,
  contract_key text collate "C" not null,
  personnel_number text not null,
  contract_number text,
  start_date date not null,
  end_date date,
  hours_per_week numeric(5, 2) not null,
  expected_registered boolean not null,
  department text,
  cost_centre text
);
create index on employment.staged (tenant_id, upload_id);
select tenancy.isolate('employment.staged');

create view employment.published_contract with (security_invoker = true) as
  select tenant_id, loonheffingennummer, source, contract_key, person_id, personnel_number, contract_number,
         start_date, coalesce(end_date, 'infinity'::date) as end_date, hours_per_week, expected_registered
    from employment.contract
   where known_until = 'infinity';
