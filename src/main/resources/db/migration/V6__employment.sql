-- Contracts as HR delivers them. A contract is (tenant, source, loonheffingennummer, personnel number, and
-- contract number or start date); it has one row per part (start date). A row holds while it is known:
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
  -- blind indexes of the BSNs that the two numbers may be; null: they look like none
  personnel_index bytea,
  contract_number text,
  contract_index bytea,
  start_date date not null,
  end_date date,
  hours_per_week numeric(5, 2) not null,
  expected_registered boolean not null,
  department text,
  cost_centre text
);
create index on employment.staged (tenant_id, upload_id);
select tenancy.isolate('employment.staged');

-- What a delivery says, in persons. Parts that start on one day are numbered by what they say, so that
-- the order of the lines does not matter.
create view employment.delivered with (security_invoker = true) as
  select s.tenant_id, s.upload_id, s.line, s.contract_key, s.start_date,
         (row_number() over (
            partition by s.tenant_id, s.upload_id, s.contract_key, s.start_date
            order by s.end_date nulls last, s.hours_per_week, s.personnel_number collate "C", p.person_id,
                     s.expected_registered, s.department collate "C", s.cost_centre collate "C", s.line) - 1
         )::smallint as part,
         p.person_id, s.personnel_number, s.contract_number, s.end_date, s.hours_per_week,
         s.expected_registered, s.department, s.cost_centre
    from employment.staged s
    join person.published_person p on p.tenant_id = s.tenant_id and p.blind_index = s.blind_index;

create view employment.published_contract with (security_invoker = true) as
  select tenant_id, loonheffingennummer, source, contract_key, part, person_id, personnel_number, contract_number,
         start_date, coalesce(end_date, 'infinity'::date) as end_date, hours_per_week, expected_registered
    from employment.contract
   where known_until = 'infinity';
