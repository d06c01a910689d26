-- A page of a run's people, differences or shares is read along an index and costs what a page costs; the whole
-- report is read in the same order without a sort. What a row is ordered by is told by the views. It is written as a
-- case, and not with coalesce: that PostgreSQL takes for a function that may leak, which below row-level security
-- keeps it out of the index.
create index on reconciliation.person
  (tenant_id, run_id, (case when personnel_number is null then '' else personnel_number end),
   (case when since is null then '-infinity' else since end), person_id);

create index on reconciliation.finding
  (tenant_id, run_id, code, (case when personnel_number is null then '' else personnel_number end),
   (case when tijdvak is null then '' else tijdvak end),
   (case when register_line is null then 2147483647 else register_line end), finding_id);

create index on reconciliation.share (tenant_id, run_id, person_id, share_id);

create or replace view reconciliation.published_person with (security_invoker = true) as
  select tenant_id, run_id, person_id, personnel_number, since,
         trim_scale(contract_hours_per_week) as contract_hours_per_week, verloonde_uren,
         case when personnel_number is null then '' else personnel_number end as by_number,
         case when since is null then '-infinity' else since end as by_since
    from reconciliation.person;

create or replace view reconciliation.published_finding with (security_invoker = true) as
  select tenant_id, run_id, finding_id, code, personnel_number, tijdvak, register_line,
         trim_scale(expected) as expected, trim_scale(actual) as actual,
         case when personnel_number is null then '' else personnel_number end as by_number,
         case when tijdvak is null then '' else tijdvak end as by_tijdvak,
         case when register_line is null then 2147483647 else register_line end as by_line
    from reconciliation.finding;

create or replace view reconciliation.published_share with (security_invoker = true) as
  select s.tenant_id, s.run_id, s.share_id, s.person_id, p.personnel_number, s.department, s.school, s.cost_centre,
         s.people, trim_scale(s.contract_hours_on_last_day) as contract_hours_per_week, s.verloonde_uren,
         case when p.personnel_number is null then '' else p.personnel_number end as by_number
    from reconciliation.share s
    join reconciliation.person p on p.tenant_id = s.tenant_id and p.run_id = s.run_id and p.person_id = s.person_id;
