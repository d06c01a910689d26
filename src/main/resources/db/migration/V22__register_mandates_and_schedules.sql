-- Who may ask the register what for which number until when (eHerkenning, ketenmachtiging): as versions, so that what
-- held at a moment is known. version: of which known_until is infinity is the one that holds.
create table register.mandate (
  tenant_id uuid not null,
  mandate_id uuid not null,
  version integer not null,
  loonheffingennummer text collate "C" not null,
  holder text not null,
  covers text[] not null,
  first_day date not null,
  last_day date not null,
  -- its end was told of
  warned boolean not null default false,
  known_from timestamptz not null default clock_timestamp(),
  known_until timestamptz not null default 'infinity',
  changed_by text not null,
  primary key (tenant_id, mandate_id, version)
);
create unique index on register.mandate (tenant_id, mandate_id) where known_until = 'infinity';
select tenancy.isolate('register.mandate');

-- When the list of a number is fetched, and how that goes: one row a number, that does not grow.
create table register.schedule (
  tenant_id uuid not null,
  number_id uuid not null,
  version integer not null,
  active boolean not null,
  every text not null,
  start_at timestamptz not null,
  next_at timestamptz,
  -- in a row, and why and since when
  failures integer not null default 0,
  failure text,
  failing_since timestamptz,
  fetched_at timestamptz,
  snapshot_id uuid,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null,
  primary key (tenant_id, number_id)
);
select tenancy.isolate('register.schedule');
