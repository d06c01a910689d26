-- What a report's figures are made of, down to evidence: published for whoever reads reports.

create view reconciliation.published_person_tijdvak with (security_invoker = true) as
  select p.tenant_id, p.run_id, p.person_id, p.tijdvak, t.starts, t.ends, p.presence, p.evidence, p.verloonde_uren,
         p.has_row, round(p.hours_times_days / 7, 2) as expected_hours
    from reconciliation.person_tijdvak p
    join reconciliation.run_tijdvak t
      on t.tenant_id = p.tenant_id and t.run_id = p.run_id and t.tijdvak = p.tijdvak;

-- known_at: what a run of a moment knows is what was known then; one of now, what was known when it began.
create or replace view reconciliation.published_run with (security_invoker = true) as
  select tenant_id, run_id, loonheffingennummer, period_from, period_until, started_by, started_at, finished_at,
         register_lines, verloonde_uren_all, verloonde_uren_registered, verloonde_uren_wsw,
         trim_scale(contract_hours_per_week_registered) as contract_hours_per_week_registered,
         trim_scale(jobs_year) as jobs_year, trim_scale(jobs_week) as jobs_week, result_hash,
         hours_per_job_year, hours_per_job_week, nullif(as_of, 'infinity') as as_of,
         least(as_of, started_at) as known_at, counted_kinds, wsw_kinds
    from reconciliation.run
   where finished_at is not null;

create or replace view reconciliation.published_finding with (security_invoker = true) as
  select tenant_id, run_id, finding_id, code, personnel_number, tijdvak, register_line,
         trim_scale(expected) as expected, trim_scale(actual) as actual,
         case when personnel_number is null then '' else personnel_number end as by_number,
         case when tijdvak is null then '' else tijdvak end as by_tijdvak,
         case when register_line is null then 2147483647 else register_line end as by_line,
         person_id
    from reconciliation.finding;

create or replace view employment.published_contract_version with (security_invoker = true) as
  select tenant_id, loonheffingennummer, source, contract_key, part, person_id, personnel_number, contract_number,
         start_date, coalesce(end_date, 'infinity'::date) as end_date, hours_per_week, expected_registered,
         contract_id, department, school, cost_centre, known_from, known_until, upload_id, line
    from employment.contract;

create or replace view payroll.published_relationship_version with (security_invoker = true) as
  select tenant_id, loonheffingennummer, tijdvak, subject, num_iv, sent_at, id_ber, known_from, known_until, person_id,
         personnel_number, withdrawn, verloonde_uren, contract_hours_per_week, premium_wage, lkv_requested, cd_aard,
         srt_iv, message_id, position
    from payroll.relationship;

-- Lists and answers by the one id under which presence names them.
create view register.published_evidence with (security_invoker = true) as
  select tenant_id, snapshot_id as evidence_id, true as is_list, peildatum from register.snapshot
   union all
  select tenant_id, answer_id, false, peildatum from register.answer;
