-- A run's figures by department, school and cost centre, kept with the run: contracts may move on, the report stays
-- what it was.

-- Which part of a registered person's figures belongs where. The shares of a person add up to the person's row in
-- reconciliation.person, so nothing counts twice.
create table reconciliation.share (
  tenant_id uuid not null,
  run_id uuid not null,
  share_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- null: the contract does not say
  department text collate "C",
  school text collate "C",
  cost_centre text collate "C",
  -- 1 in one share of each person, 0 in the others
  people smallint not null check (people in (0, 1)),
  contract_hours_on_last_day numeric not null,
  verloonde_uren integer not null,
  primary key (tenant_id, run_id, share_id)
);
select tenancy.isolate('reconciliation.share');

create table reconciliation.breakdown (
  tenant_id uuid not null,
  run_id uuid not null,
  breakdown_id uuid not null default gen_random_uuid(),
  dimension text collate "C" not null check (dimension in ('DEPARTMENT', 'SCHOOL', 'COST_CENTRE')),
  -- null: of those whose contract does not say
  value text collate "C",
  people integer not null,
  contract_hours_per_week numeric not null,
  verloonde_uren bigint not null,
  jobs_year numeric not null,
  jobs_week numeric not null,
  primary key (tenant_id, run_id, breakdown_id)
);
select tenancy.isolate('reconciliation.breakdown');

create view reconciliation.published_share with (security_invoker = true) as
  select s.tenant_id, s.run_id, s.share_id, s.person_id, p.personnel_number, s.department, s.school, s.cost_centre,
         s.people, trim_scale(s.contract_hours_on_last_day) as contract_hours_per_week, s.verloonde_uren
    from reconciliation.share s
    join reconciliation.person p on p.tenant_id = s.tenant_id and p.run_id = s.run_id and p.person_id = s.person_id;

create view reconciliation.published_breakdown with (security_invoker = true) as
  select tenant_id, run_id, breakdown_id, dimension, value, people,
         trim_scale(contract_hours_per_week) as contract_hours_per_week, verloonde_uren,
         trim_scale(jobs_year) as jobs_year, trim_scale(jobs_week) as jobs_week
    from reconciliation.breakdown;
