-- Runs as of a moment: what they know is what was known then. Infinity: what was known when the run was made.
alter table reconciliation.run add column as_of timestamptz not null default 'infinity';

-- What was known at a moment; at infinity what is known now. Written so that the planner sees through them.
create function employment.published_contract_known(p_at timestamptz)
returns setof employment.published_contract_version language sql stable as $$
  select v.* from employment.published_contract_version v
   where v.known_from <= p_at and (v.known_until > p_at or v.known_until = 'infinity')
$$;

create function payroll.published_relationship_known(p_at timestamptz)
returns setof payroll.published_relationship_version language sql stable as $$
  select v.* from payroll.published_relationship_version v
   where v.known_from <= p_at and (v.known_until > p_at or v.known_until = 'infinity') and not v.withdrawn
$$;

grant execute on function employment.published_contract_known(timestamptz),
  payroll.published_relationship_known(timestamptz) to banenschakel_app;

create or replace view reconciliation.published_run with (security_invoker = true) as
  select tenant_id, run_id, loonheffingennummer, period_from, period_until, started_by, started_at, finished_at,
         register_lines, verloonde_uren_all, verloonde_uren_registered, verloonde_uren_wsw,
         trim_scale(contract_hours_per_week_registered) as contract_hours_per_week_registered,
         trim_scale(jobs_year) as jobs_year, trim_scale(jobs_week) as jobs_week, result_hash,
         hours_per_job_year, hours_per_job_week, nullif(as_of, 'infinity') as as_of
    from reconciliation.run
   where finished_at is not null;
