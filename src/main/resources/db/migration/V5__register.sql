-- Evidence from the doelgroepregister: dated lists, never changed once stored (DOMAIN 3).
create schema register;

create table register.snapshot (
  tenant_id uuid not null,
  snapshot_id uuid not null,
  loonheffingennummer text collate "C" not null,
  peildatum date not null,
  kind text not null check (kind = 'list'),
  -- over the keyed blind indexes: the list itself, whatever the order and format it came in
  content_digest bytea not null,
  lines integer not null,
  persons integer not null,
  updated_to date,
  received_at timestamptz not null default now(),
  received_by text not null,
  primary key (tenant_id, snapshot_id),
  unique (tenant_id, loonheffingennummer, peildatum, kind, content_digest)
);
select tenancy.isolate('register.snapshot');

create table register.listing (
  tenant_id uuid not null,
  snapshot_id uuid not null,
  person_id uuid not null,
  line integer not null,
  primary key (tenant_id, snapshot_id, person_id),
  foreign key (tenant_id, snapshot_id) references register.snapshot
);
select tenancy.isolate('register.listing');

-- The same list may be delivered again after another one: then it is the newest again.
create table register.delivery (
  tenant_id uuid not null,
  upload_id uuid not null,
  snapshot_id uuid not null,
  delivered_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, upload_id),
  foreign key (tenant_id, snapshot_id) references register.snapshot
);
select tenancy.isolate('register.delivery');

create unlogged table register.staged (
  tenant_id uuid not null,
  upload_id uuid not null,
  line integer not null,
  blind_index bytea not null
);
create index on register.staged (tenant_id, upload_id);
select tenancy.isolate('register.staged');

create view register.published_snapshot with (security_invoker = true) as
  select s.tenant_id, s.snapshot_id, s.loonheffingennummer, s.peildatum, s.lines, s.persons,
         (select max(d.delivered_at) from register.delivery d
           where d.tenant_id = s.tenant_id and d.snapshot_id = s.snapshot_id) as delivered_at
    from register.snapshot s;

create view register.published_listing with (security_invoker = true) as
  select tenant_id, snapshot_id, person_id, line from register.listing;
