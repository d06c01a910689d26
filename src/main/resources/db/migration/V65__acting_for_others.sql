-- One organisation lets another one act for it, in some roles and for some time: the row of the one that gives it, which
-- the representative reads.
create table party.mandate (
  tenant_id uuid not null,
  mandate_id uuid not null unique,
  counterparty_id uuid not null,
  -- what the giver calls the representative, and itself
  representative_name text not null,
  giver_name text not null,
  roles text[] not null,
  first_day date not null,
  last_day date not null,
  given_at timestamptz not null default clock_timestamp(),
  given_by text not null,
  primary key (tenant_id, mandate_id),
  check (counterparty_id <> tenant_id),
  check (first_day <= last_day)
);
select tenancy.share('party.mandate');
create index on party.mandate (tenant_id, counterparty_id);
create index on party.mandate (counterparty_id, mandate_id);
revoke update, delete on party.mandate from banenschakel_app;

-- Taken back, or given back: a mandate ends once, at once, and by either.
create table party.mandate_end (
  tenant_id uuid not null,
  mandate_id uuid not null unique,
  counterparty_id uuid not null,
  ended_at timestamptz not null default clock_timestamp(),
  ended_by text not null,
  primary key (tenant_id, mandate_id)
);
select tenancy.share('party.mandate_end');
revoke update, delete on party.mandate_end from banenschakel_app;

-- For whom somebody acted is the line's tenant; of which organisation somebody was, where it was another one.
alter table audit.line add column representative_id uuid;
