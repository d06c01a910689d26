-- That an organisation was told of the end of an agreement, so many days before: once for each last day.
create table agreement.notice (
  tenant_id uuid not null,
  agreement_id uuid not null,
  last_day date not null,
  days integer not null check (days >= 0),
  told_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, agreement_id, last_day, days),
  foreign key (agreement_id) references agreement.agreement (agreement_id)
);
select tenancy.isolate('agreement.notice');
revoke update, delete on agreement.notice from banenschakel_app;

-- The days on which a version that both accepted is in force: each takes the place of those before it from its own first
-- day on. No last day: as long as the relation lasts.
create view agreement.published_holding with (security_invoker = true) as
  select v.tenant_id, v.counterparty_id, a.relation_id, v.agreement_id, v.version, v.valid_from as first_day, d.last_day,
         c.content ->> 'stated' as stated, c.content ->> 'channel' as channel,
         (c.content ->> 'statementDueDays')::integer as statement_due_days,
         c.content ->> 'correctionsUntil' as corrections_until,
         (c.content ->> 'objectionDays')::integer as objection_days, c.content ->> 'silence' as silence,
         c.content ->> 'recognition' as recognition
    from agreement.version v
    join agreement.agreement a on a.agreement_id = v.agreement_id
   cross join lateral (select v.document::jsonb -> 'content' as content) c
   cross join lateral (
     select least(
              v.valid_until,
              (select min(n.valid_from) - 1
                 from agreement.version n
                 join agreement.step s on s.agreement_id = n.agreement_id and s.version = n.version
                where n.agreement_id = v.agreement_id and n.version > v.version and s.step = 'ACCEPT'),
              (select s.last_day from agreement.step s where s.agreement_id = v.agreement_id
                order by s.nth desc limit 1)) as last_day) d
   where exists (
           select from agreement.step s
            where s.agreement_id = v.agreement_id and s.version = v.version and s.step = 'ACCEPT')
     and (d.last_day is null or d.last_day >= v.valid_from);
