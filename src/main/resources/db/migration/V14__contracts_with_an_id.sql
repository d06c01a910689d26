-- Contracts as things with an address: an id that all versions and parts of a contract share, and the moments at
-- which something changed in an order that readers can follow. A school beside department and cost centre.

-- The moment of the latest change of a tenant's contracts. A merge takes the row before it takes its moment, and
-- holds it until it commits: so moments follow each other as commits do, also should the clock be set back, and who
-- has read up to a moment never misses an earlier one.
create table employment.clock (
  tenant_id uuid primary key,
  latest timestamptz not null
);

alter table employment.contract add column contract_id uuid, add column school text;
alter table employment.staged add column school text;

-- For this transaction the owner sees the rows of all tenants: no row has the new columns yet.
alter table employment.contract no force row level security;

insert into employment.clock (tenant_id, latest)
select tenant_id, max(greatest(known_from, nullif(known_until, 'infinity'))) from employment.contract group by tenant_id;

update employment.contract c
   set contract_id = k.contract_id
  from (select tenant_id, loonheffingennummer, source, contract_key, gen_random_uuid() as contract_id
          from employment.contract
         group by tenant_id, loonheffingennummer, source, contract_key) k
 where k.tenant_id = c.tenant_id and k.loonheffingennummer = c.loonheffingennummer
   and k.source = c.source and k.contract_key = c.contract_key;

alter table employment.contract force row level security;
select tenancy.isolate('employment.clock');

alter table employment.contract alter column contract_id set not null;
create index on employment.contract (tenant_id, contract_id);
create index on employment.contract (tenant_id, known_from, contract_id);
create index on employment.contract (tenant_id, known_until, contract_id) where known_until < 'infinity';

drop view employment.delivered;

-- What a delivery says, in persons. Parts that start on one day are numbered by what they say, so that
-- the order of the lines does not matter. The parts of a contract share its first line.
create view employment.delivered with (security_invoker = true) as
  select s.tenant_id, s.upload_id, s.line, s.contract_key, s.start_date,
         (row_number() over (
            partition by s.tenant_id, s.upload_id, s.contract_key, s.start_date
            order by s.end_date nulls last, s.hours_per_week, s.personnel_number collate "C", p.person_id,
                     s.expected_registered, s.department collate "C", s.school collate "C",
                     s.cost_centre collate "C", s.line) - 1
         )::smallint as part,
         min(s.line) over (partition by s.tenant_id, s.upload_id, s.contract_key) as first_line,
         p.person_id, s.personnel_number, s.contract_number, s.end_date, s.hours_per_week,
         s.expected_registered, s.department, s.school, s.cost_centre
    from employment.staged s
    join person.published_person p on p.tenant_id = s.tenant_id and p.blind_index = s.blind_index;

-- Every version of every part: what was known at a moment has known_from <= moment and known_until > moment.
create view employment.published_contract_version with (security_invoker = true) as
  select tenant_id, loonheffingennummer, source, contract_key, part, person_id, personnel_number, contract_number,
         start_date, coalesce(end_date, 'infinity'::date) as end_date, hours_per_week, expected_registered,
         contract_id, department, school, cost_centre, known_from, known_until
    from employment.contract;

-- What is known now.
create or replace view employment.published_contract with (security_invoker = true) as
  select tenant_id, loonheffingennummer, source, contract_key, part, person_id, personnel_number, contract_number,
         start_date, coalesce(end_date, 'infinity'::date) as end_date, hours_per_week, expected_registered,
         contract_id, department, school, cost_centre
    from employment.contract
   where known_until = 'infinity';
