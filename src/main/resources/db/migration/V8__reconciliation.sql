-- A run compares register, contracts and wage returns of one loonheffingennummer over a span of
-- tijdvakken. Each step (db/reconcile) fills one table; a figure can be followed down to person_tijdvak. The
-- tables of people have no foreign key to the run: one step in the run's own transaction fills them, and a
-- check of each row took an eighth of the time.
create schema reconciliation;

create table reconciliation.run (
  tenant_id uuid not null,
  run_id uuid not null,
  loonheffingennummer text collate "C" not null,
  period_from date not null,
  period_until date not null,
  started_by text not null,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  -- the norms as they stood on the last day of the period
  hours_per_job_year numeric not null,
  hours_per_job_week numeric not null,
  tolerance_hours numeric not null,
  tolerance_share numeric not null,
  grace_refreshes integer not null,
  counted_kinds integer[] not null,
  wsw_kinds integer[] not null,
  register_lines integer,
  verloonde_uren_all bigint,
  verloonde_uren_registered bigint,
  verloonde_uren_wsw bigint,
  contract_hours_per_week_registered numeric,
  jobs_year numeric,
  jobs_week numeric,
  result_hash text,
  primary key (tenant_id, run_id)
);
select tenancy.isolate('reconciliation.run');

create table reconciliation.run_tijdvak (
  tenant_id uuid not null,
  run_id uuid not null,
  tijdvak text collate "C" not null,
  starts date not null,
  ends date not null,
  -- a return of the whole tijdvak is there: who lacks in it had no hours
  returned boolean not null,
  -- register lists that speak for it: their peildatum is its first day or later
  refreshes integer not null,
  primary key (tenant_id, run_id, tijdvak),
  foreign key (tenant_id, run_id) references reconciliation.run
);
select tenancy.isolate('reconciliation.run_tijdvak');

-- Who was on a list of this employer.
create table reconciliation.population (
  tenant_id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  -- the newest list with this person: its peildatum, and the line there
  last_seen date not null,
  register_line integer not null,
  -- newer lists without this person
  missed integer not null,
  primary key (tenant_id, run_id, person_id)
);
select tenancy.isolate('reconciliation.population');

create table reconciliation.person_tijdvak (
  tenant_id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  tijdvak text collate "C" not null,
  presence text not null check (presence in ('SEEN', 'NO_LONGER_SEEN', 'NOT_ASKED')),
  -- of counted relationships only; has_row tells 0 hours from no row
  verloonde_uren integer not null,
  has_row boolean not null,
  lkv_lacks boolean not null,
  has_contract boolean not null,
  -- sum of contract hours per week times days: divided by seven it is the expected hours
  hours_times_days numeric not null,
  primary key (tenant_id, run_id, person_id, tijdvak)
);
select tenancy.isolate('reconciliation.person_tijdvak');

-- Registered people who work or worked here in the period.
create table reconciliation.person (
  tenant_id uuid not null,
  run_id uuid not null,
  person_id uuid not null,
  personnel_number text collate "C",
  since date,
  contract_hours_per_week numeric,
  contract_hours_on_last_day numeric not null,
  verloonde_uren integer not null,
  primary key (tenant_id, run_id, person_id)
);
select tenancy.isolate('reconciliation.person');

create table reconciliation.finding (
  tenant_id uuid not null,
  run_id uuid not null,
  finding_id uuid not null default gen_random_uuid(),
  code text collate "C" not null,
  person_id uuid,
  personnel_number text collate "C",
  tijdvak text collate "C",
  register_line integer,
  expected numeric,
  actual numeric,
  primary key (tenant_id, run_id, finding_id),
  foreign key (tenant_id, run_id) references reconciliation.run
);
select tenancy.isolate('reconciliation.finding');

create view reconciliation.published_run with (security_invoker = true) as
  select tenant_id, run_id, loonheffingennummer, period_from, period_until, started_by, started_at, finished_at,
         register_lines, verloonde_uren_all, verloonde_uren_registered, verloonde_uren_wsw,
         trim_scale(contract_hours_per_week_registered) as contract_hours_per_week_registered,
         trim_scale(jobs_year) as jobs_year, trim_scale(jobs_week) as jobs_week, result_hash,
         hours_per_job_year, hours_per_job_week
    from reconciliation.run
   where finished_at is not null;

create view reconciliation.published_tijdvak with (security_invoker = true) as
  select tenant_id, run_id, tijdvak, starts, ends, returned, refreshes > 0 as asked
    from reconciliation.run_tijdvak;

create view reconciliation.published_person with (security_invoker = true) as
  select tenant_id, run_id, person_id, personnel_number, since,
         trim_scale(contract_hours_per_week) as contract_hours_per_week, verloonde_uren
    from reconciliation.person;

create view reconciliation.published_finding with (security_invoker = true) as
  select tenant_id, run_id, finding_id, code, personnel_number, tijdvak, register_line,
         trim_scale(expected) as expected, trim_scale(actual) as actual
    from reconciliation.finding;
