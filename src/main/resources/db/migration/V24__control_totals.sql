-- What the sender says that the wage returns of a tijdvak come to, to be laid beside what they do. Nothing is
-- overwritten: a new total of the same source is a new version under the same id.
create table payroll.control_total (
  tenant_id uuid not null,
  control_total_id uuid not null,
  known_from timestamptz not null,
  known_until timestamptz not null default 'infinity',
  loonheffingennummer text collate "C" not null,
  tijdvak text collate "C" not null,
  source text collate "C" not null,
  verloonde_uren bigint not null,
  relationships integer,
  -- by the norm of the last day of the tijdvak, when it was told
  tolerance_hours numeric not null,
  stated_by text not null,
  -- the wage return that it came with, and the place of that among the sender's messages; a total that came by
  -- itself has none
  message_id uuid,
  sent_at timestamp,
  id_ber text collate "C",
  primary key (tenant_id, control_total_id, known_from)
);
create index on payroll.control_total (tenant_id, loonheffingennummer, tijdvak);
create unique index on payroll.control_total (tenant_id, loonheffingennummer, tijdvak, source)
 where known_until = 'infinity';
select tenancy.isolate('payroll.control_total');

-- Every version: what was known at a moment has known_from <= moment and known_until > moment.
create view payroll.published_control_total_version with (security_invoker = true) as
  select tenant_id, control_total_id, loonheffingennummer, tijdvak, source, verloonde_uren, relationships,
         tolerance_hours, known_from, known_until
    from payroll.control_total;
