create schema agreement;

-- What two organisations agree on within a relation. Its maker alone sees it until it is proposed.
create table agreement.agreement (
  tenant_id uuid not null,
  agreement_id uuid not null unique,
  relation_id uuid not null,
  counterparty_id uuid,
  made_at timestamptz not null default clock_timestamp(),
  made_by text not null,
  primary key (tenant_id, agreement_id),
  check (counterparty_id <> tenant_id)
);
select tenancy.share('agreement.agreement');
create index on agreement.agreement (tenant_id, relation_id, agreement_id);
create index on agreement.agreement (counterparty_id, relation_id, agreement_id) where counterparty_id is not null;
revoke update, delete on agreement.agreement from banenschakel_app;
grant update (counterparty_id) on agreement.agreement to banenschakel_app;

-- What an organisation writes down before it proposes it, each change a revision: nobody else sees it. Null: it was
-- thrown away.
create table agreement.draft (
  tenant_id uuid not null,
  agreement_id uuid not null,
  revision integer not null check (revision > 0),
  content text,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null,
  primary key (tenant_id, agreement_id, revision)
);
select tenancy.isolate('agreement.draft');
revoke update, delete on agreement.draft from banenschakel_app;

-- A version that was proposed, of the organisation that did; revision is that of its draft. The document is what is
-- hashed, byte by byte. A number is given once, whoever proposes.
create table agreement.version (
  tenant_id uuid not null,
  agreement_id uuid not null,
  version integer not null check (version > 0),
  counterparty_id uuid not null,
  revision integer not null,
  document text not null,
  hash text not null,
  valid_from date not null,
  valid_until date,
  proposed_at timestamptz not null default clock_timestamp(),
  proposed_by text not null,
  primary key (tenant_id, agreement_id, version),
  unique (agreement_id, version),
  unique (tenant_id, agreement_id, revision),
  foreign key (agreement_id) references agreement.agreement (agreement_id)
);
select tenancy.share('agreement.version');
revoke update, delete on agreement.version from banenschakel_app;

-- What was done with an agreement since both see it, in order. Two steps at once are one and a conflict: nth is taken.
create table agreement.step (
  tenant_id uuid not null,
  agreement_id uuid not null,
  nth integer not null check (nth > 0),
  counterparty_id uuid not null,
  step text not null check (step in ('PROPOSE', 'ACCEPT', 'DECLINE', 'END')),
  state text not null check (state in ('PROPOSED', 'DECLINED', 'ACCEPTED', 'AMENDING', 'ENDED')),
  version integer not null,
  -- what was proposed, or accepted: the same of both
  hash text not null,
  -- of the agreement, where it has one by this
  last_day date,
  reason text,
  taken_at timestamptz not null default clock_timestamp(),
  taken_by text not null,
  primary key (tenant_id, agreement_id, nth),
  unique (agreement_id, nth),
  foreign key (agreement_id, version) references agreement.version (agreement_id, version)
);
select tenancy.share('agreement.step');
revoke update, delete on agreement.step from banenschakel_app;

-- Drafts that are neither proposed nor thrown away.
create view agreement.open_draft with (security_invoker = true) as
  select d.*
    from (
      select distinct on (tenant_id, agreement_id) * from agreement.draft
       order by tenant_id, agreement_id, revision desc) d
   where d.content is not null
     and not exists (
       select from agreement.version v
        where v.tenant_id = d.tenant_id and v.agreement_id = d.agreement_id and v.revision = d.revision);
