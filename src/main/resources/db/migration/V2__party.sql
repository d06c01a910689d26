create schema party;

create table party.organisation (
  tenant_id uuid primary key,
  name text not null,
  kinds text[] not null,
  created_at timestamptz not null default now(),
  created_by text not null
);
select tenancy.isolate('party.organisation');

create table party.wage_tax_number (
  tenant_id uuid not null references party.organisation,
  loonheffingennummer text collate "C" not null,
  primary key (tenant_id, loonheffingennummer)
);
select tenancy.isolate('party.wage_tax_number');

create view party.published_organisation with (security_invoker = true) as
  select tenant_id, name from party.organisation;

create view party.published_wage_tax_number with (security_invoker = true) as
  select tenant_id, loonheffingennummer from party.wage_tax_number;
