-- Until when the receiver may object to a statement, and what its silence means: as agreed on when the statement came. What
-- is agreed on later does not change a term that runs. Where no agreement was in force, or more than one, none is named,
-- and silence means nothing.
create table statement.objection_term (
  tenant_id uuid not null,
  statement_id uuid not null,
  counterparty_id uuid not null,
  days integer not null check (days > 0),
  due_at timestamptz not null,
  agreement_id uuid,
  agreement_version integer,
  silence text check (silence in ('accepts', 'disputes')),
  primary key (tenant_id, statement_id),
  unique (statement_id),
  foreign key (tenant_id, statement_id) references statement.statement,
  check ((agreement_id is null) = (agreement_version is null) and (agreement_id is null) = (silence is null))
);
select tenancy.share('statement.objection_term');
revoke update, delete on statement.objection_term from banenschakel_app;

-- What one of the two, or nobody, said of lines of a statement, at once: an act. Each is signed, and names the hash of the
-- one before it; the first names that of what was stated. An act is the row of who acted; what silence means is that of
-- whoever was there when it was due, and has no actor.
create table statement.act (
  tenant_id uuid not null,
  statement_id uuid not null,
  nth integer not null check (nth > 0),
  counterparty_id uuid not null,
  actor_id uuid,
  taken_by text,
  taken_at timestamptz not null,
  -- by which silence means what it does
  agreement_id uuid,
  agreement_version integer,
  previous text not null,
  hash text not null,
  key_id integer not null,
  mac bytea not null,
  primary key (tenant_id, statement_id, nth),
  unique (statement_id, nth),
  foreign key (statement_id) references statement.statement (statement_id),
  check ((actor_id is null) = (taken_by is null))
);
select tenancy.share('statement.act');
revoke update, delete on statement.act from banenschakel_app;

-- Of a line, and as what it stands since. Hours are those that are confirmed, or said to have been worked.
create table statement.act_step (
  tenant_id uuid not null,
  statement_id uuid not null,
  nth integer not null,
  position integer not null,
  counterparty_id uuid not null,
  step text not null check (step in ('CONFIRM', 'ADJUST', 'OBJECT', 'WITHDRAW', 'ACCEPT', 'ASSENT', 'LAPSE')),
  state text not null check (state in ('UNANSWERED', 'CONFIRMED', 'ADJUSTED', 'OBJECTED', 'ACCEPTED')),
  hours numeric,
  reason text,
  note text,
  primary key (tenant_id, statement_id, nth, position),
  unique (statement_id, position, nth),
  foreign key (tenant_id, statement_id, nth) references statement.act
);
select tenancy.share('statement.act_step');
revoke update, delete on statement.act_step from banenschakel_app;

-- Statements that the receiver reads, replaced or not: what nobody reads is not to be answered. To the sender too there is
-- nothing to wait for where the relation did not run.
create view statement.answerable with (security_invoker = true) as
  select s.*, t.days, t.due_at, t.agreement_id, t.agreement_version, t.silence
    from statement.published_statement s
    left join statement.objection_term t on t.statement_id = s.statement_id
   where s.counterparty_id is not null
     and exists (
       select from relation.published_relation r
        where r.relation_id = s.relation_id and r.state in ('RUNNING', 'ENDED')
          and r.first_day <= s.last_day and coalesce(r.last_day, 'infinity') >= s.first_day);

-- Lines of statements, as they stand between the two.
create view statement.answered_line with (security_invoker = true) as
  select l.tenant_id, l.counterparty_id, l.statement_id, l.position, l.pseudonym, l.first_day, l.last_day,
         l.hours as stated_hours, coalesce(a.state, 'OPEN') as state, a.hours, a.taken_at
    from statement.line l
    left join lateral (
      select s.state, s.hours, c.taken_at
        from statement.act_step s
        join statement.act c on c.statement_id = s.statement_id and c.nth = s.nth
       where s.statement_id = l.statement_id and s.position = l.position
       order by s.nth desc
       limit 1) a on true
   where not l.void;

-- Verified hours: those of statements that stand, as both agreed to them or as silence did, since when, and which version
-- of the agreement was in force when they were stated.
create view statement.published_confirmed_line with (security_invoker = true) as
  select l.tenant_id, l.counterparty_id, s.relation_id, s.assignment_id, l.statement_id, l.position, l.pseudonym,
         l.first_day, l.last_day, l.hours, l.state, l.taken_at as confirmed_at, s.agreement_id, s.agreement_version
    from statement.answerable s
    join statement.answered_line l on l.statement_id = s.statement_id
   where s.replaced_by is null and l.state in ('CONFIRMED', 'ACCEPTED');
