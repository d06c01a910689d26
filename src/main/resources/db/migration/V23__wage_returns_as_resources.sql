-- Wage returns that can be read back, now and as of a moment. What a block says in all never changes: it is counted
-- once, when the message takes its place.

alter table payroll.block
  add column relationships integer not null default 0,
  add column withdrawals integer not null default 0,
  add column verloonde_uren bigint not null default 0;

-- For this transaction the owner sees the rows of all tenants. A version does not tell its block: of two corrections
-- of one tijdvak in a message the first one takes all.
alter table payroll.block no force row level security;
alter table payroll.relationship no force row level security;

update payroll.block b
   set relationships = r.relationships, withdrawals = r.withdrawals, verloonde_uren = r.verloonde_uren
  from (select tenant_id, message_id, tijdvak,
               count(*) filter (where not withdrawn) as relationships,
               count(*) filter (where withdrawn) as withdrawals,
               coalesce(sum(verloonde_uren), 0) as verloonde_uren
          from payroll.relationship
         group by tenant_id, message_id, tijdvak) r
 where r.tenant_id = b.tenant_id and r.message_id = b.message_id and r.tijdvak = b.tijdvak
   and not exists (select from payroll.block earlier
                    where earlier.tenant_id = b.tenant_id and earlier.message_id = b.message_id
                      and earlier.tijdvak = b.tijdvak and earlier.position < b.position);

alter table payroll.relationship force row level security;
alter table payroll.block force row level security;

create index on payroll.block (tenant_id, tijdvak, message_id);

-- Every version of every relationship: what was known at a moment has known_from <= moment and known_until > moment.
create view payroll.published_relationship_version with (security_invoker = true) as
  select tenant_id, loonheffingennummer, tijdvak, subject, num_iv, sent_at, id_ber, known_from, known_until, person_id,
         personnel_number, withdrawn, verloonde_uren, contract_hours_per_week, premium_wage, lkv_requested, cd_aard,
         srt_iv, message_id
    from payroll.relationship;

-- Every tijdvak that a message speaks of, and since when that is known.
create view payroll.published_block with (security_invoker = true) as
  select m.tenant_id, m.loonheffingennummer, b.tijdvak, b.starts, b.ends, b.kind, b.kind in ('FULL', 'SUPPLEMENT') as regular,
         m.sent_at, m.id_ber, m.received_at as known_from, m.message_id, b.position, b.relationships, b.withdrawals,
         b.verloonde_uren
    from payroll.message m
    join payroll.block b on b.tenant_id = m.tenant_id and b.message_id = m.message_id;
