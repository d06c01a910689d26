-- What two organisations share. tenant_id is whose row it is, and counterparty_id who else reads it: nobody but the
-- first adds to it or changes it. In subqueries of their own the settings are read once a statement.
create function tenancy.share(shared regclass) returns void
language plpgsql as $$
begin
  perform tenancy.isolate(shared);
  execute format(
    'create policy counterparty on %s for select
       using (counterparty_id = (select nullif(current_setting(''app.tenant'', true), '''')::uuid))',
    shared);
end;
$$;

create schema relation;

-- One organisation works with another. It is the row of the one that began it; the other one is known from the moment
-- it accepts an invitation, and so is what it is called.
create table relation.relation (
  tenant_id uuid not null,
  relation_id uuid not null,
  counterparty_id uuid,
  kind text not null check (kind in ('UITZEND', 'WSW', 'DETACHERING', 'INKOOP')),
  -- whether the one that began it lends or supplies
  provides boolean not null,
  tenant_name text not null,
  counterparty_name text not null,
  first_day date not null,
  primary key (tenant_id, relation_id),
  check (counterparty_id <> tenant_id)
);
select tenancy.share('relation.relation');
create index on relation.relation (counterparty_id, relation_id) where counterparty_id is not null;
revoke update, delete on relation.relation from banenschakel_app;
grant update (counterparty_id, counterparty_name) on relation.relation to banenschakel_app;

-- What was done with a relation, in order, and as what it stands since. actor_id is the organisation that did it: an
-- invitation is accepted by another one than the row is of. Two steps at once are one and a conflict: nth is taken.
create table relation.step (
  tenant_id uuid not null,
  relation_id uuid not null,
  nth integer not null check (nth > 0),
  counterparty_id uuid,
  state text not null check (state in ('INVITING', 'RUNNING', 'ENDED', 'WITHDRAWN')),
  -- of the relation, where it has one
  last_day date,
  reason text,
  taken_at timestamptz not null default clock_timestamp(),
  actor_id uuid not null,
  taken_by text not null,
  primary key (tenant_id, relation_id, nth),
  unique (relation_id, nth)
);
select tenancy.share('relation.step');
revoke update, delete on relation.step from banenschakel_app;
grant update (counterparty_id) on relation.step to banenschakel_app;

-- Who was invited: seen by the one that invites, and by nobody else.
create table relation.invitation (
  tenant_id uuid not null,
  invitation_id uuid not null,
  relation_id uuid not null,
  recipient text not null,
  invited_at timestamptz not null default clock_timestamp(),
  invited_by text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, invitation_id),
  foreign key (tenant_id, relation_id) references relation.relation
);
select tenancy.isolate('relation.invitation');
create index on relation.invitation (tenant_id, relation_id, invitation_id);
revoke update, delete on relation.invitation from banenschakel_app;

-- An invitation has one end: its link works once.
create table relation.invitation_end (
  tenant_id uuid not null,
  invitation_id uuid not null,
  outcome text not null check (outcome in ('ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  ended_at timestamptz not null default clock_timestamp(),
  ended_by text not null,
  primary key (tenant_id, invitation_id),
  foreign key (tenant_id, invitation_id) references relation.invitation
);
select tenancy.isolate('relation.invitation_end');
revoke update, delete on relation.invitation_end from banenschakel_app;

-- That a lender is admitted (Wet toelating terbeschikkingstelling van arbeidskrachten), as the hirer looked it up or
-- the lender showed it: the newest version holds.
create table relation.admission (
  tenant_id uuid not null,
  relation_id uuid not null,
  version integer not null check (version > 0),
  counterparty_id uuid not null,
  number text not null,
  document text not null,
  checked_on date not null,
  valid_until date,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  primary key (tenant_id, relation_id, version),
  unique (relation_id, version)
);
select tenancy.share('relation.admission');
revoke update, delete on relation.admission from banenschakel_app;

-- A relation as it stands, with both sides by what they are in it.
create view relation.published_relation with (security_invoker = true) as
  select r.tenant_id, r.relation_id, r.counterparty_id, r.kind, r.provides,
         case when r.provides then r.tenant_id else r.counterparty_id end as provider_id,
         case when r.provides then r.counterparty_id else r.tenant_id end as receiver_id,
         case when r.provides then r.tenant_name else r.counterparty_name end as provider_name,
         case when r.provides then r.counterparty_name else r.tenant_name end as receiver_name,
         r.first_day, s.last_day, s.state
    from relation.relation r
   cross join lateral (
     select s.* from relation.step s where s.relation_id = r.relation_id order by s.nth desc limit 1) s;
