-- How old the newest list of a number is: with each run, and told once when it passes a threshold.

alter table reconciliation.run
  -- of the newest list of the number when the run was made; null: there was none
  add column register_peildatum date,
  -- from then to the day of the run, or of the moment that it speaks of
  add column register_age_days integer,
  -- older than so many days, by the norms on the last day of the period
  add column register_amber_days integer,
  add column register_red_days integer;

-- Kept with the run: a report that is read later says the same.
create view reconciliation.published_freshness with (security_invoker = true) as
  select r.tenant_id, r.run_id, r.register_peildatum, r.register_age_days as age_days,
         case when r.register_age_days > r.register_red_days then 'RED'
              when r.register_age_days > r.register_amber_days then 'AMBER'
              else 'GREEN' end as level
    from reconciliation.run r
   where r.register_peildatum is not null;

-- What was told, so that nobody is told twice: not when a list is delivered again, nor by two lists of one day.
create table register.ageing (
  tenant_id uuid not null,
  loonheffingennummer text collate "C" not null,
  peildatum date not null,
  level text not null check (level in ('AMBER', 'RED')),
  told_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, loonheffingennummer, peildatum, level)
);
select tenancy.isolate('register.ageing');
revoke update, delete on register.ageing from banenschakel_app;
