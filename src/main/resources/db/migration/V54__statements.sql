-- Hours of one assignment or order in one period, as a sender stated them. Never changed: a correction is another
-- statement, which replaces this one. It is shared with the receiver where the relation ran in its days; else, and where
-- nobody knows whom it is for, it has no counterparty, and the sender alone reads it. Only a correction of one that was
-- shared has its counterparty, who is to know that the first stands no longer: the view hides the correction itself.
create table statement.statement (
  tenant_id uuid not null,
  statement_id uuid not null unique,
  counterparty_id uuid,
  relation_id uuid,
  assignment_id uuid,
  first_day date not null,
  last_day date not null,
  purchase_order text,
  channel text not null check (channel in ('JSON', 'SETU_2', 'SETU_1', 'FILE', 'FORM')),
  marks text[] not null,
  -- of a purchase: which part of the price is labour, in percent, when it was delivered, and its invoices
  labour_share numeric,
  delivered_on date,
  invoice_numbers text[] not null,
  invoiced_on date[] not null,
  paid_on date[] not null,
  receipt text not null,
  -- the first of the chain of corrections
  original_id uuid not null,
  replaces uuid,
  received_at timestamptz not null default clock_timestamp(),
  received_by text not null,
  primary key (tenant_id, statement_id),
  unique (tenant_id, receipt),
  -- a statement is replaced once
  unique (tenant_id, replaces),
  foreign key (tenant_id, replaces) references statement.statement,
  foreign key (tenant_id, assignment_id) references statement.assignment,
  check (first_day <= last_day)
);
select tenancy.share('statement.statement');
create index on statement.statement (counterparty_id, statement_id) where counterparty_id is not null;
create index on statement.statement (tenant_id, original_id);
revoke update, delete on statement.statement from banenschakel_app;

-- Somebody is who the pseudonym says, and to no other receiver.
create table statement.line (
  tenant_id uuid not null,
  statement_id uuid not null,
  position integer not null check (position > 0),
  counterparty_id uuid,
  pseudonym uuid not null,
  first_day date not null,
  last_day date not null,
  hours numeric not null,
  -- a correction says that it was there and holds no longer
  void boolean not null,
  marks text[] not null,
  primary key (tenant_id, statement_id, position),
  foreign key (tenant_id, statement_id) references statement.statement
);
select tenancy.share('statement.line');
create index on statement.line (statement_id, position);
revoke update, delete on statement.line from banenschakel_app;

-- What of a line only the sender reads: who worked, when on the day, as what (an hour type may tell of sickness or
-- leave), and where it stands in what was sent.
create table statement.line_source (
  tenant_id uuid not null,
  statement_id uuid not null,
  position integer not null,
  reference text not null,
  place text not null,
  person_owner text not null check (person_owner in ('RECEIVER', 'PROVIDER')),
  person_reference text not null,
  hour_type text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  primary key (tenant_id, statement_id, position),
  foreign key (tenant_id, statement_id, position) references statement.line
);
select tenancy.isolate('statement.line_source');
revoke update, delete on statement.line_source from banenschakel_app;

-- A person's pseudonym for one receiver, once given: a new key changes no pseudonym.
create table statement.pseudonym (
  tenant_id uuid not null,
  receiver_id uuid not null,
  person_owner text not null check (person_owner in ('RECEIVER', 'PROVIDER')),
  person_reference text not null,
  pseudonym uuid not null,
  primary key (tenant_id, receiver_id, person_owner, person_reference)
);
select tenancy.isolate('statement.pseudonym');
revoke update, delete on statement.pseudonym from banenschakel_app;

-- What the sender calls a statement, and what it was about, in its own words: the same document is taken once, and
-- again only as a correction of itself.
create table statement.document (
  tenant_id uuid not null,
  owner text not null check (owner in ('RECEIVER', 'PROVIDER')),
  reference text not null,
  version integer not null check (version > 0),
  statement_id uuid not null,
  digest bytea not null,
  assignment_owner text not null check (assignment_owner in ('RECEIVER', 'PROVIDER')),
  assignment_reference text not null,
  primary key (tenant_id, owner, reference, version),
  unique (tenant_id, statement_id),
  foreign key (tenant_id, statement_id) references statement.statement deferrable initially deferred
);
select tenancy.isolate('statement.document');
revoke update, delete on statement.document from banenschakel_app;

-- Statements that stand: one for each assignment and day, whoever sends how many at once. What is replaced goes out,
-- and what replaces it comes in. The subject is what the sender calls the assignment, so that it is the same
-- before and after the assignment was recorded; or the receiver's order, as long as no assignment has it.
create table statement.standing (
  tenant_id uuid not null,
  statement_id uuid not null,
  subject text not null,
  period daterange not null,
  primary key (tenant_id, statement_id),
  exclude using gist (tenant_id with =, subject with =, period with &&),
  foreign key (tenant_id, statement_id) references statement.statement deferrable initially deferred
);
select tenancy.isolate('statement.standing');
revoke update on statement.standing from banenschakel_app;

-- Statements as they stand. The relation stands before them: to the receiver there is none where it did not run.
create view statement.published_statement with (security_invoker = true) as
  select s.tenant_id, s.statement_id, s.counterparty_id, s.relation_id, s.assignment_id, s.first_day, s.last_day,
         s.purchase_order, s.channel, s.marks, s.labour_share, s.delivered_on, s.invoice_numbers, s.invoiced_on,
         s.paid_on, s.receipt, s.original_id, s.replaces, n.statement_id as replaced_by, s.received_at, s.received_by
    from statement.statement s
    left join statement.statement n on n.tenant_id = s.tenant_id and n.replaces = s.statement_id
   where s.tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
      or exists (
        select from relation.published_relation r
         where r.relation_id = s.relation_id and r.state in ('RUNNING', 'ENDED')
           and r.first_day <= s.last_day and coalesce(r.last_day, 'infinity') >= s.first_day);
