-- Whether the hours of a line count, by the operator's table of hour types. A type that the table does not have waits
-- (TO_MAP) until it does: then the line is judged anew, as its next one. The newest holds. The receiver reads the verdict
-- and never the type, which may tell of sickness.
create table statement.line_verdict (
  tenant_id uuid not null,
  statement_id uuid not null,
  position integer not null,
  nth integer not null check (nth > 0),
  counterparty_id uuid,
  verdict text not null check (verdict in ('COUNTS', 'DOES_NOT_COUNT', 'TO_MAP')),
  judged_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, statement_id, position, nth),
  foreign key (tenant_id, statement_id, position) references statement.line
);
select tenancy.share('statement.line_verdict');
create index on statement.line_verdict (statement_id, position, nth);
create index line_verdict_to_map on statement.line_verdict (tenant_id, statement_id, position) where verdict = 'TO_MAP';
revoke update, delete on statement.line_verdict from banenschakel_app;

-- Lines with the verdict that holds. A line from before there were verdicts waits for one.
create view statement.judged_line with (security_invoker = true) as
  select l.*, coalesce(v.verdict, 'TO_MAP') as verdict, v.nth
    from statement.line l
    left join lateral (
      select v.verdict, v.nth
        from statement.line_verdict v
       where v.statement_id = l.statement_id and v.position = l.position
       order by v.nth desc
       limit 1) v on true;
