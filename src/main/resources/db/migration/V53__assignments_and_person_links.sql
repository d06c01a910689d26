create schema statement;

-- An exclusion constraint over an id and days needs it.
create extension if not exists btree_gist schema tenancy;

-- Somebody works, or an order is carried out, under a relation. Both organisations read it: so it holds nothing by which
-- the receiver could tell who works, not even what the provider calls it, for that stands beside a name elsewhere.
create table statement.assignment (
  tenant_id uuid not null,
  assignment_id uuid not null unique,
  counterparty_id uuid not null,
  relation_id uuid not null,
  -- the receiver's own
  purchase_order text,
  first_day date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  primary key (tenant_id, assignment_id)
);
select tenancy.share('statement.assignment');
create index on statement.assignment (counterparty_id, assignment_id);
revoke update, delete on statement.assignment from banenschakel_app;

-- Until when, as it was last said.
create table statement.assignment_term (
  tenant_id uuid not null,
  assignment_id uuid not null,
  nth integer not null check (nth > 0),
  counterparty_id uuid not null,
  last_day date,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  primary key (tenant_id, assignment_id, nth),
  foreign key (tenant_id, assignment_id) references statement.assignment
);
select tenancy.share('statement.assignment_term');
revoke update, delete on statement.assignment_term from banenschakel_app;

-- What the provider calls an assignment, and who works in it: of the provider alone.
create table statement.assignment_source (
  tenant_id uuid not null,
  assignment_id uuid not null,
  reference text not null,
  person_reference text,
  primary key (tenant_id, assignment_id),
  unique (tenant_id, reference),
  foreign key (tenant_id, assignment_id) references statement.assignment
);
select tenancy.isolate('statement.assignment_source');
revoke update, delete on statement.assignment_source from banenschakel_app;

-- Assignments as they stand. The relation stands before them: to the other organisation there is none where it did
-- not run in the days of the assignment.
create view statement.published_assignment with (security_invoker = true) as
  select a.tenant_id, a.assignment_id, a.counterparty_id, a.relation_id, a.purchase_order, a.first_day, t.last_day,
         t.nth, a.recorded_at, a.recorded_by
    from statement.assignment a
   cross join lateral (
     select t.* from statement.assignment_term t
      where t.tenant_id = a.tenant_id and t.assignment_id = a.assignment_id order by t.nth desc limit 1) t
   where a.tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
      or exists (
        select from relation.published_relation r
         where r.relation_id = a.relation_id and r.state in ('RUNNING', 'ENDED')
           and r.first_day <= coalesce(t.last_day, 'infinity') and coalesce(r.last_day, 'infinity') >= a.first_day);

-- Which person of its own a sender means by a reference: on which legal ground it may know, and from when on. A
-- reference means one person at a time: nth is taken once.
create table statement.person_link (
  tenant_id uuid not null,
  link_id uuid not null,
  reference text not null,
  nth integer not null check (nth > 0),
  person_id uuid not null,
  legal_ground text not null check (legal_ground in ('WET_LB_28', 'WFSV_38D_7')),
  first_day date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  primary key (tenant_id, link_id),
  unique (tenant_id, reference, nth)
);
select tenancy.isolate('statement.person_link');
create index on statement.person_link (tenant_id, person_id);
revoke update, delete on statement.person_link from banenschakel_app;

-- A link has one end; where the last day lies before the first one it never held.
create table statement.person_link_end (
  tenant_id uuid not null,
  link_id uuid not null,
  last_day date not null,
  reason text not null,
  ended_at timestamptz not null default clock_timestamp(),
  ended_by text not null,
  primary key (tenant_id, link_id),
  foreign key (tenant_id, link_id) references statement.person_link
);
select tenancy.isolate('statement.person_link_end');
revoke update, delete on statement.person_link_end from banenschakel_app;

create view statement.published_person_link with (security_invoker = true) as
  select l.tenant_id, l.link_id, l.reference, l.nth, l.person_id, l.legal_ground, l.first_day, e.last_day, e.reason,
         l.recorded_at, l.recorded_by, e.ended_at, e.ended_by
    from statement.person_link l
    left join statement.person_link_end e on e.tenant_id = l.tenant_id and e.link_id = l.link_id;
