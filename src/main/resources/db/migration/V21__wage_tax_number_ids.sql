-- A loonheffingennummer with an id: what stands for it where it may not be itself. A sole trader's holds the BSN of
-- the owner, and a queue, an address and an event may hold none.
alter table party.wage_tax_number add column number_id uuid not null default gen_random_uuid();
alter table party.wage_tax_number add unique (tenant_id, number_id);

create or replace view party.published_wage_tax_number with (security_invoker = true) as
  select tenant_id, loonheffingennummer, number_id from party.wage_tax_number;
