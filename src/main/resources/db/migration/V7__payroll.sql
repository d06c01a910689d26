-- Wage returns: messages, the tijdvakken they speak of, and versions of income relationships. The
-- sender's own order (DatTdAanm, then IdBer) decides which version holds; known_from and known_until
-- tell since when and until when it did here. Nothing is overwritten.
create schema payroll;

create table payroll.message (
  tenant_id uuid not null,
  message_id uuid not null,
  loonheffingennummer text collate "C" not null,
  sent_at timestamp not null,
  id_ber text collate "C" not null,
  upload_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (tenant_id, message_id),
  unique (tenant_id, loonheffingennummer, sent_at, id_ber)
);
select tenancy.isolate('payroll.message');

create table payroll.block (
  tenant_id uuid not null,
  message_id uuid not null,
  position integer not null,
  tijdvak text collate "C" not null,
  starts date not null,
  ends date not null,
  kind text not null check (kind in ('FULL', 'SUPPLEMENT', 'CORRECTION')),
  primary key (tenant_id, message_id, position),
  foreign key (tenant_id, message_id) references payroll.message
);
select tenancy.isolate('payroll.block');

create table payroll.relationship (
  tenant_id uuid not null,
  loonheffingennummer text collate "C" not null,
  tijdvak text collate "C" not null,
  -- the person, or where the message has no BSN a value made from PersNr with the tenant's key
  subject uuid not null,
  num_iv integer not null,
  sent_at timestamp not null,
  id_ber text collate "C" not null,
  known_from timestamptz not null,
  known_until timestamptz not null,
  person_id uuid,
  personnel_number text,
  withdrawn boolean not null,
  verloonde_uren integer,
  contract_hours_per_week numeric(5, 2),
  premium_wage numeric(14, 2),
  lkv_requested boolean,
  cd_aard smallint,
  srt_iv smallint,
  -- no foreign key: the message is written in the same transaction, and a check of each row is dear
  message_id uuid not null,
  position integer not null,
  primary key (tenant_id, loonheffingennummer, tijdvak, subject, num_iv, sent_at, id_ber)
);
select tenancy.isolate('payroll.relationship');

create unlogged table payroll.staged (
  tenant_id uuid not null,
  upload_id uuid not null,
  -- of the TijdvakAangifte or TijdvakCorrectie within the message, from 1
  block integer not null,
  -- of the relationship or withdrawal within the block, from 1, as in the element path
  position integer not null,
  -- null: the message has no BSN
  blind_index bytea,
  -- stands for PersNr, keyed; only where the message has no BSN
  pseudonym bytea,
  personnel_number text,
  num_iv integer not null,
  withdrawn boolean not null,
  verloonde_uren integer,
  contract_hours_per_week numeric(5, 2),
  premium_wage numeric(14, 2),
  lkv_requested boolean,
  cd_aard smallint,
  srt_iv smallint
);
create index on payroll.staged (tenant_id, upload_id);
select tenancy.isolate('payroll.staged');

-- What is staged, with whom or what it is about. Who has a BSN and is no person yet is about nobody yet.
create view payroll.delivered with (security_invoker = true) as
  select s.tenant_id, s.upload_id, s.block, s.position, p.person_id, s.personnel_number, s.num_iv, s.withdrawn,
         s.verloonde_uren, s.contract_hours_per_week, s.premium_wage, s.lkv_requested, s.cd_aard, s.srt_iv,
         case when s.blind_index is null
              then encode(substr(s.pseudonym, 1, 16), 'hex')::uuid
              else p.person_id end as subject
    from payroll.staged s
    left join person.published_person p on p.tenant_id = s.tenant_id and p.blind_index = s.blind_index;

-- A tijdvak for which something was returned; regular: by a full or supplementary return.
create view payroll.published_return with (security_invoker = true) as
  select m.tenant_id, m.loonheffingennummer, b.tijdvak, b.starts, b.ends,
         bool_or(b.kind in ('FULL', 'SUPPLEMENT')) as regular
    from payroll.message m
    join payroll.block b on b.tenant_id = m.tenant_id and b.message_id = m.message_id
   group by m.tenant_id, m.loonheffingennummer, b.tijdvak, b.starts, b.ends;

-- What holds now.
create view payroll.published_relationship with (security_invoker = true) as
  select tenant_id, loonheffingennummer, tijdvak, subject, num_iv, person_id, personnel_number, verloonde_uren,
         contract_hours_per_week, premium_wage, lkv_requested, cd_aard, srt_iv
    from payroll.relationship
   where known_until = 'infinity' and not withdrawn;
